/** Connector of Google Calendar. {@code CalendarConnector} searches events, and {@code CalendarEvent} reads one. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.calendar;

import org.jspecify.annotations.NullMarked;
