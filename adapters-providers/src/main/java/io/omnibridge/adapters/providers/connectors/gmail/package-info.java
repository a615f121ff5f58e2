/** Connector of Gmail. {@code GmailConnector} searches mails, and {@code MailText} reads their texts. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.gmail;

import org.jspecify.annotations.NullMarked;
