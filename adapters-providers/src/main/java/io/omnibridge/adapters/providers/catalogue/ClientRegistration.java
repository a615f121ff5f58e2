package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.domain.credentials.Secret;
import java.util.Objects;
import java.util.Optional;

/**
 * Registration of OmniBridge as a client of a provider (RFC 6749 §2).
 *
 * @param secret present unless the authentication is {@link ClientAuthentication#NONE}
 */
public record ClientRegistration(String id, Optional<Secret> secret, ClientAuthentication authentication) {

    public ClientRegistration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(authentication, "authentication");
        if (secret.isPresent() == (authentication == ClientAuthentication.NONE)) {
            throw new IllegalArgumentException("a secret is required exactly if the client authenticates");
        }
    }
}
