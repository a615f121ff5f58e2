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
     * Nothing was sent: the provider is not configured here, or not as the one that issued the token. A node with another
     * configuration, or this one after a change, may revoke the token.
     */
    record NotConfigured() implements RevocationResult {}

    /** The provider said that it never revokes such a token ({@code unsupported_token_type}, RFC 7009 §2.2.1). */
    record Impossible() implements RevocationResult {}
}
