package io.omnibridge.application.port;

import io.omnibridge.domain.account.OriginDigest;
import io.omnibridge.domain.account.TokenOrigin;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * The OAuth client and server that issue credentials at a provider, as this process is configured.
 *
 * @param tokenEndpoint scheme, host and port of the token endpoint; empty while it has not been discovered
 */
public record IssuingClient(String clientId, Optional<URI> tokenEndpoint) {

    public IssuingClient {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(tokenEndpoint, "tokenEndpoint");
    }

    /** Returns whether credentials of this origin can have been issued by this client and server. */
    public boolean canHaveIssued(TokenOrigin origin) {
        return clientId.equals(origin.clientId())
                && tokenEndpoint
                        .filter(it -> !it.equals(origin.tokenEndpoint()))
                        .isEmpty();
    }

    /** Returns whether credentials of an origin with this digest can have been issued by this client and server. */
    public boolean canHaveIssued(OriginDigest origin) {
        return origin.canBeOf(clientId, tokenEndpoint);
    }
}
