package io.omnibridge.domain.identity;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The caller of a request: a user, the client that the user works with, and the scopes of the JWT. Only a verified JWT
 * creates a caller, and every use case that serves a request takes one.
 *
 * @param user the owner of all data that this caller can read or change
 * @param client empty if the JWT names none
 * @param scopes the scopes of the JWT (RFC 8693 §4.2), not those that a provider granted
 */
public record Caller(UserId user, Optional<ClientId> client, Set<String> scopes) {

    public Caller {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(client, "client");
        scopes = Set.copyOf(scopes);
    }
}
