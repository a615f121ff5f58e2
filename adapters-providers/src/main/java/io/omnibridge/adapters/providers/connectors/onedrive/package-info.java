/**
 * Connector of OneDrive, by Microsoft Graph. {@code OnedriveConnector} searches files, and {@code OnedriveText} reads their
 * texts.
 */
@NullMarked
package io.omnibridge.adapters.providers.connectors.onedrive;

import org.jspecify.annotations.NullMarked;
