package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/**
 * Result of a request to a token endpoint.
 *
 * @param retryAfter how long the provider asks to wait; zero if it does not say
 * @param body the JSON object of a successful response, not validated yet
 * @param bytes the body of a response with status 2xx, whether it is usable or not; it may contain tokens
 */
record TokenResult(Kind kind, Duration retryAfter, Optional<JsonNode> body, Optional<byte[]> bytes) {

    /** Kinds of results that callers distinguish. */
    enum Kind {
        /** Status 2xx with a JSON object, and no error in it. */
        SUCCESS,
        /** {@code invalid_grant}: the provider does not know the code or refresh token. */
        INVALID_GRANT,
        /** {@code invalid_client}: the provider does not know this client. */
        INVALID_CLIENT,
        /** A refusal of this client, or of the code or refresh token: the provider does not say of which. */
        CLIENT_OR_GRANT_REFUSED,
        /** A refusal for which the provider gives no code, or one that blames the request. */
        REQUEST_REFUSED,
        /** There is no token endpoint at this URL. */
        WRONG_ENDPOINT,
        /** Another error code: the provider certainly issued no tokens. */
        OTHER_ERROR,
        /** The provider was not reached, or stated that it did not process the request. */
        NOT_PROCESSED,
        /** Status 2xx with an unreadable body. */
        UNREADABLE,
        /** It is unknown whether the provider processed the request. */
        OUTCOME_UNKNOWN
    }

    static TokenResult of(Kind kind) {
        return new TokenResult(kind, Duration.ZERO, Optional.empty(), Optional.empty());
    }

    static TokenResult notProcessed(Duration retryAfter) {
        return new TokenResult(Kind.NOT_PROCESSED, retryAfter, Optional.empty(), Optional.empty());
    }

    static TokenResult success(JsonNode body) {
        return new TokenResult(Kind.SUCCESS, Duration.ZERO, Optional.of(body), Optional.empty());
    }

    /** Returns this result with the body of its response. */
    TokenResult withBytes(Optional<byte[]> responseBody) {
        return new TokenResult(kind, retryAfter, body, responseBody);
    }
}
