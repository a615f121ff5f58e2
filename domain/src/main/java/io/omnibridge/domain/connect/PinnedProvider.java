package io.omnibridge.domain.connect;

import io.omnibridge.domain.InvalidValue;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * What the provider was when an attempt began: the attempt is finished with this provider as it was, or not at all.
 *
 * @param issuer what {@code iss} has to be (RFC 9207, OpenID Connect Core §2); empty where the provider names none
 * @param issuerReturned whether it says that the browser always brings back {@code iss}
 * @param tokenEndpoint where the code goes, and nowhere else
 * @param clientId the OAuth client that the code is issued to
 */
public record PinnedProvider(Optional<String> issuer, boolean issuerReturned, URI tokenEndpoint, String clientId) {

    /** @throws InvalidValue if it returns an issuer that it does not name */
    public PinnedProvider {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(tokenEndpoint, "tokenEndpoint");
        Objects.requireNonNull(clientId, "clientId");
        InvalidValue.unless(issuer.isPresent() || !issuerReturned, "must name the issuer that it returns");
    }
}
