package io.omnibridge.domain.connect;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What the provider was when an attempt began: the attempt is finished with this provider as it was, or not at all.
 *
 * @param issuer what {@code iss} has to be (RFC 9207, OpenID Connect Core §2); empty where the provider names none
 * @param tokenEndpoint where the code goes, and nowhere else
 * @param clientId the OAuth client that the code is issued to
 */
public record PinnedProvider(Optional<String> issuer, URI tokenEndpoint, String clientId) {

    public PinnedProvider {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(tokenEndpoint, "tokenEndpoint");
        Objects.requireNonNull(clientId, "clientId");
    }
}
