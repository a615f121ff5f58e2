package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What a call of a token endpoint came to.
 *
 * @param retryAfter how long the provider wants to be left alone
 * @param answer what it said, if it seems to be tokens
 */
record TokenResult(Kind kind, Duration retryAfter, Optional<JsonNode> answer) {

    /** The kinds that make a difference. */
    enum Kind {
        /** An answer that seems to be tokens. */
        SUCCESS,
        /** {@code invalid_grant}: code or refresh token are not known. */
        INVALID_GRANT,
        /** {@code invalid_client}: this service is not known. */
        INVALID_CLIENT,
        /** Another definite error. */
        OTHER_ERROR,
        /** The provider was not reached, or said that it did nothing. */
        NOT_PROCESSED,
        /** It said that all is well, but nobody can read how. */
        UNREADABLE,
        /** Nobody knows. */
        OUTCOME_UNKNOWN
    }

    static TokenResult of(Kind kind) {
        return new TokenResult(kind, Duration.ZERO, Optional.empty());
    }

    static TokenResult notProcessed(Duration retryAfter) {
        return new TokenResult(Kind.NOT_PROCESSED, retryAfter, Optional.empty());
    }

    static TokenResult success(JsonNode answer) {
        return new TokenResult(Kind.SUCCESS, Duration.ZERO, Optional.of(answer));
    }
}
