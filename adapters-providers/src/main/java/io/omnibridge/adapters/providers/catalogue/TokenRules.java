package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a provider's token endpoint is asked, and what its answers look like.
 *
 * @param body how the parameters are sent
 * @param exchangeParameters further ones with a code
 * @param refreshParameters further ones with a refresh token
 * @param tokensAt where in the answer the user's tokens stand
 * @param tokenTypes which {@code token_type}s can be used as a bearer token, in lower case
 * @param defaultExpiry how long an access token lives if the answer does not say
 * @param errors how its errors look
 */
public record TokenRules(
        BodyFormat body,
        Map<String, String> exchangeParameters,
        Map<String, String> refreshParameters,
        JsonPointer tokensAt,
        Set<String> tokenTypes,
        Optional<Duration> defaultExpiry,
        ErrorRules errors) {

    public TokenRules {
        Objects.requireNonNull(body, "body");
        exchangeParameters = Map.copyOf(exchangeParameters);
        refreshParameters = Map.copyOf(refreshParameters);
        Objects.requireNonNull(tokensAt, "tokensAt");
        tokenTypes = Set.copyOf(tokenTypes);
        Objects.requireNonNull(defaultExpiry, "defaultExpiry");
        Objects.requireNonNull(errors, "errors");
    }
}
