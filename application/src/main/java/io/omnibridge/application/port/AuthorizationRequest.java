package io.omnibridge.application.port;

import io.omnibridge.domain.connect.PinnedProvider;
import java.net.URI;

/**
 * The request to a provider with which a connect attempt begins.
 *
 * @param url the authorization request (RFC 6749 §4.1.1), for the user's browser
 * @param pinned the provider's configuration that the attempt depends on
 */
public record AuthorizationRequest(URI url, PinnedProvider pinned) {}
