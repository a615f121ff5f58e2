package io.omnibridge.domain.lease;

import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Objects;

/**
 * The content of a lease token. A client receives it sealed, once; OmniBridge stores only the hash of the secret.
 *
 * @param expiresAt the expiry of the lease
 * @param secret 256 random bits, which prove that the token is that of the lease
 */
public record LeaseToken(UserId user, LeaseId id, Instant expiresAt, Secret secret) {

    public LeaseToken {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(expiresAt, "expiresAt");
        Objects.requireNonNull(secret, "secret");
    }
}
