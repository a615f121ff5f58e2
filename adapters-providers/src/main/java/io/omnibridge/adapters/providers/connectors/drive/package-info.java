/** Connector of Google Drive. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.drive;

import org.jspecify.annotations.NullMarked;
