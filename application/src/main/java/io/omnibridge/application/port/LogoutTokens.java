package io.omnibridge.application.port;

import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Verifies what the issuer of the users' JWTs sends when a user signed out there. Thread-safe. */
public interface LogoutTokens {

    /**
     * Verifies a logout token (OpenID Connect Back-Channel Logout 1.0 §2.6, without the last steps: whether it was used before).
     *
     * @return empty if the token fails a check
     * @throws ProviderUnavailable if the issuer's metadata or keys are needed and cannot be read: whether the token is valid is then unknown
     */
    Optional<SignOutNotice> verify(String logoutToken);

    /**
     * Notice of the issuer that a user signed out.
     *
     * @param tokenId names this one token
     * @param expiry the first instant at which the token is no longer valid
     */
    record SignOutNotice(UserId user, String tokenId, Instant expiry) {
        public SignOutNotice {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(tokenId, "tokenId");
            Objects.requireNonNull(expiry, "expiry");
        }
    }
}
