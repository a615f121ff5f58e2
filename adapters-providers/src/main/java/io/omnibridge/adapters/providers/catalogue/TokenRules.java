package io.omnibridge.adapters.providers.catalogue;

import com.fasterxml.jackson.core.JsonPointer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Rules for the requests to a provider's token endpoint and for its responses.
 *
 * @param body the encoding of the parameters
 * @param exchangeParameters additional parameters of the exchange
 * @param refreshParameters additional parameters of a refresh
 * @param tokensAt JSON pointer to the object that holds the user's tokens
 * @param tokenTypes the {@code token_type} values that denote a bearer token, in lower case
 * @param defaultExpiry the lifetime of an access token if the response names none
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
