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
        ANSWERED,
        /** {@code invalid_grant}: code or refresh token are not known. */
        INVALID_GRANT,
        /** {@code invalid_client}: this service is not known. */
        CLIENT_REFUSED,
        /** Another definite error. */
        REFUSED,
        /** The provider was not reached, or said that it did nothing. */
        NOTHING_DONE,
        /** It said that all is well, but nobody can read how. */
        UNREADABLE,
        /** Nobody knows. */
        DOUBT
    }

    static TokenResult of(Kind kind) {
        return new TokenResult(kind, Duration.ZERO, Optional.empty());
    }

    static TokenResult nothingDone(Duration retryAfter) {
        return new TokenResult(Kind.NOTHING_DONE, retryAfter, Optional.empty());
    }

    static TokenResult answered(JsonNode answer) {
        return new TokenResult(Kind.ANSWERED, Duration.ZERO, Optional.of(answer));
    }
}
