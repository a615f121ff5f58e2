/** Connector of Slack. A search has two forms, for the two kinds of scopes: {@code ContextSearch} and {@code LegacySearch}. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.slack;

import org.jspecify.annotations.NullMarked;
