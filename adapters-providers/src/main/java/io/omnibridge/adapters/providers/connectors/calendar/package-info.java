/** Connector of Google Calendar. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.calendar;

import org.jspecify.annotations.NullMarked;
