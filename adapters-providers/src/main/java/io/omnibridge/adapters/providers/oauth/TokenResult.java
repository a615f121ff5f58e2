package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Result of a request to a token endpoint.
 *
 * @param retryAfter how long the provider asks to wait; zero if it does not say
 * @param body the JSON object of a successful response, not validated yet
 * @param bytes the body of a response with status 2xx, whether it is usable or not; it may contain tokens
 * @param error the error code, if it is one of RFC 6749 §5.2; empty for every other text of the provider
 */
record TokenResult(
        TokenResultKind kind,
        Duration retryAfter,
        Optional<JsonNode> body,
        Optional<byte[]> bytes,
        Optional<String> error) {

    /** The error codes of a token response (RFC 6749 §5.2). Nothing else that a provider sends is shown. */
    private static final Set<String> STANDARD_ERRORS = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope");

    static TokenResult of(TokenResultKind kind) {
        return new TokenResult(kind, Duration.ZERO, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static TokenResult notProcessed(Duration retryAfter) {
        return new TokenResult(
                TokenResultKind.NOT_PROCESSED, retryAfter, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static TokenResult success(JsonNode body) {
        return new TokenResult(
                TokenResultKind.SUCCESS, Duration.ZERO, Optional.of(body), Optional.empty(), Optional.empty());
    }

    /** Returns this result with the body of its response. */
    TokenResult withBytes(Optional<byte[]> responseBody) {
        return new TokenResult(kind, retryAfter, body, responseBody, error);
    }

    /** Returns this result with the error code of its response, if it is a standard one. */
    TokenResult withError(Optional<String> code) {
        return new TokenResult(kind, retryAfter, body, bytes, code.filter(STANDARD_ERRORS::contains));
    }
}
