package io.omnibridge.domain.identity;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The caller of a request: a user, the client that the user works with, and what the client may do for the user. Only a verified JWT,
 * or what OmniBridge itself sealed after one, creates a caller, and every use case that serves a request takes one.
 *
 * @param user the owner of all data that this caller can read or change
 * @param client empty if the JWT names none, or if a lease token was used
 */
public record Caller(UserId user, Optional<ClientId> client, Set<Permission> permissions) {

    public Caller {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(client, "client");
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
