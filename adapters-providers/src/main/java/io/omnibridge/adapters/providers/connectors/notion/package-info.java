/** Connector of Notion. {@code NotionConnector} searches pages by their titles, and {@code NotionText} reads what is on one. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.notion;

import org.jspecify.annotations.NullMarked;
