/**
 * Driven adapter: OAuth 2.0 and OpenID Connect client of the providers' authorization servers.
 * {@link io.omnibridge.adapters.providers.OAuthProviders} implements the ports, {@code oauth} the protocol, and
 * {@code catalogue} the configuration of each provider.
 */
@NullMarked
package io.omnibridge.adapters.providers;

import org.jspecify.annotations.NullMarked;
