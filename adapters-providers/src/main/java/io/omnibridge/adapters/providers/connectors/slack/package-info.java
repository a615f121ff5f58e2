/** Connector of Slack. */
@NullMarked
package io.omnibridge.adapters.providers.connectors.slack;

import org.jspecify.annotations.NullMarked;
