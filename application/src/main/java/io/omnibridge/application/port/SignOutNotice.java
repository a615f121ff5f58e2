package io.omnibridge.application.port;

import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Objects;

/**
 * Notice of the issuer that a user signed out.
 *
 * @param tokenId names this one token
 * @param expiry the first instant at which the token is no longer valid
 */
public record SignOutNotice(UserId user, String tokenId, Instant expiry) {
    public SignOutNotice {
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(tokenId, "tokenId");
        Objects.requireNonNull(expiry, "expiry");
    }
}
