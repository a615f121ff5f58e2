package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.domain.credentials.Secret;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Registration of OmniBridge as a client of a provider (RFC 6749 §2).
 *
 * @param currentSecret returns the current secret; present unless the authentication is {@link ClientAuthentication#NONE}
 */
public record ClientRegistration(
        String id, Optional<Supplier<Secret>> currentSecret, ClientAuthentication authentication) {

    public ClientRegistration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(authentication, "authentication");
        if (currentSecret.isPresent() == (authentication == ClientAuthentication.NONE)) {
            throw new IllegalArgumentException("a secret is required exactly if the client authenticates");
        }
    }

    /** Returns the current secret, unless the client is public. */
    public Optional<Secret> secret() {
        return currentSecret.map(Supplier::get);
    }
}
