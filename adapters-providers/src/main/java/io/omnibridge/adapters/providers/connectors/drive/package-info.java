/** Connector of Google Drive. {@code DriveConnector} searches files, and {@code DriveText} reads their texts. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.drive;

import org.jspecify.annotations.NullMarked;
