package io.omnibridge.domain.identity;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks: a user, the client that the user uses, and what the JWT allows that client to do. Only a verified JWT makes
 * one; every use case that serves a request takes one.
 *
 * @param user the owner of everything that this caller may touch
 * @param client empty when the JWT names none
 * @param scopes the JWT's own scopes (RFC 8693 §4.2), not those that a provider granted
 */
public record Caller(UserId user, Optional<ClientId> client, Set<String> scopes) {

    public Caller {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(client, "client");
        scopes = Set.copyOf(scopes);
    }
}
