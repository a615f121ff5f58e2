/** Connector of OneDrive, by Microsoft Graph. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.onedrive;

import org.jspecify.annotations.NullMarked;
