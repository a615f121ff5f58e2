/**
 * Driven adapter: OAuth 2.0 and OpenID Connect client of the providers' authorization servers, and client of their APIs.
 * {@link io.omnibridge.adapters.providers.OAuthProviders} implements the ports of the former, {@code oauth} the protocol, and
 * {@code catalogue} the configuration of each provider. {@link io.omnibridge.adapters.providers.DataApis} implements the port of the
 * latter: {@code reads} decides what may be read, {@code data} calls, and {@code scrub} filters the responses.
 */
@NullMarked
package io.omnibridge.adapters.providers;

import org.jspecify.annotations.NullMarked;
