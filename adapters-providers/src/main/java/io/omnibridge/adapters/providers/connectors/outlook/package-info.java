/**
 * Connector of Outlook's mail, by Microsoft Graph. {@code OutlookConnector} searches mails, and {@code OutlookMessage} reads
 * one.
 */
@NullMarked
package io.omnibridge.adapters.providers.connectors.outlook;

import org.jspecify.annotations.NullMarked;
