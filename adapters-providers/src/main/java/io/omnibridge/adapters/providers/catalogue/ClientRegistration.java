package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.domain.credentials.Secret;
import java.util.Objects;
import java.util.Optional;

/**
 * What this service is registered as (RFC 6749 §2).
 *
 * @param secret there exactly if the authentication needs one
 */
public record ClientRegistration(String id, Optional<Secret> secret, ClientAuthentication authentication) {

    public ClientRegistration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(authentication, "authentication");
        if (secret.isPresent() == (authentication == ClientAuthentication.NONE)) {
            throw new IllegalArgumentException("a secret is needed exactly where the client authenticates");
        }
    }
}
