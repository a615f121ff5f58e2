package io.omnibridge.domain.connect;

import io.omnibridge.domain.InvalidValue;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * The provider's configuration at the beginning of a connect attempt. If it changes, the attempt fails.
 *
 * @param issuer the expected {@code iss} (RFC 9207, OpenID Connect Core §2); empty if the provider has none
 * @param issuerReturned whether the provider returns {@code iss} in every callback
 * @param tokenEndpoint the only endpoint that the code is sent to
 * @param clientId the OAuth client that the code is issued to
 */
public record PinnedProvider(Optional<String> issuer, boolean issuerReturned, URI tokenEndpoint, String clientId) {

    /** @throws InvalidValue if the provider returns an issuer that is not named */
    public PinnedProvider {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(tokenEndpoint, "tokenEndpoint");
        Objects.requireNonNull(clientId, "clientId");
        InvalidValue.unless(issuer.isPresent() || !issuerReturned, "must name the issuer that it returns");
    }
}
