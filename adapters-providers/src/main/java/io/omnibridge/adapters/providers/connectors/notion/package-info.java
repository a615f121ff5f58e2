/** Connector of Notion. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.notion;

import org.jspecify.annotations.NullMarked;
