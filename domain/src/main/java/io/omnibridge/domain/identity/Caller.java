package io.omnibridge.domain.identity;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The caller of a request: a user, the client that the user works with, and what the client may do for the user. Only a verified JWT,
 * or what OmniBridge itself sealed after one, creates a caller, and every use case that serves a request takes one.
 *
 * @param user the owner of all data that this caller can read or change
 * @param client empty if the JWT names none, or if a lease token was used
 * @param issuedAt when the JWT was issued, or the user of a session signed in; empty if the JWT does not tell, or if a lease token was
 *     used
 */
public record Caller(UserId user, Optional<ClientId> client, Set<Permission> permissions, Optional<Instant> issuedAt) {

    public Caller {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(client, "client");
        permissions = Set.copyOf(permissions);
        Objects.requireNonNull(issuedAt, "issuedAt");
    }

    /** Creates a caller of whom it is not known since when. */
    public Caller(UserId user, Optional<ClientId> client, Set<Permission> permissions) {
        this(user, client, permissions, Optional.empty());
    }

    /**
     * Returns whether what shows who the caller is was issued after {@code time}. What does not tell when it was issued may be older
     * than any time.
     */
    public boolean isIssuedAfter(Instant time) {
        return issuedAt.isPresent() && issuedAt.get().isAfter(time);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
