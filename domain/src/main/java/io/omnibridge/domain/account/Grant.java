package io.omnibridge.domain.account;

import io.omnibridge.domain.credentials.Credentials;
import java.util.Objects;
import java.util.Optional;

/**
 * What is sealed: the credentials in the clear, and beside them everything that a decision about their use is made on.
 * It exists only between a request and the sealer, and between the sealer and a call of the provider.
 *
 * @param origin where the credentials came from; empty when a client handed them over and did not say
 */
public record Grant(Credentials credentials, Scopes scopes, Optional<TokenOrigin> origin) {

    public Grant {
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(scopes, "scopes");
        Objects.requireNonNull(origin, "origin");
    }
}
