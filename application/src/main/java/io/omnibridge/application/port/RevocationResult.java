package io.omnibridge.application.port;

import java.time.Duration;
import java.util.Objects;

/** Result of a revocation request. */
public sealed interface RevocationResult {

    /** The provider revoked the token, or does not know it (RFC 7009 §2.2). */
    record Revoked() implements RevocationResult {}

    /**
     * The request failed and may be repeated.
     *
     * @param retryAfter how long the provider asked to wait; zero if it did not say
     */
    record Failed(Duration retryAfter) implements RevocationResult {
        public Failed {
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /**
     * The token cannot be revoked: the provider offers no revocation, is not configured any more, or is not the one
     * that issued the token.
     */
    record Impossible() implements RevocationResult {}
}
