/** Connector of Outlook's mail, by Microsoft Graph. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.outlook;

import org.jspecify.annotations.NullMarked;
