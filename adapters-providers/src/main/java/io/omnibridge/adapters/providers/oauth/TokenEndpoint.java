package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.ErrorRules;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.RetryAfter;
import io.omnibridge.adapters.providers.transport.Transport;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends requests to token endpoints and classifies the responses. Above all it tells whether the provider certainly did not process
 * a request. Thread-safe.
 */
final class TokenEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);

    /** Statuses 4xx after which it is unknown whether the provider processed the request. */
    private static final Set<Integer> AMBIGUOUS_STATUSES = Set.of(408, 425, 499);

    private static final int UNAUTHORIZED = 401;

    private final Transport transport;
    private final Clock clock;

    TokenEndpoint(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /** Sends {@code request} once. A failure is a result, never an exception. */
    TokenResult send(ProviderEntry entry, ProviderRequest request) {
        try {
            ProviderResponse response = transport.send(request);
            TokenResult result =
                    classify(entry, response).withBytes(response.body().filter(it -> response.status() / 100 == 2));
            LOG.debug("{}: status {}, {}", entry.id().value(), response.status(), result.kind());
            return result;
        } catch (RequestFailed e) {
            LOG.info("{}: no response from the token endpoint: {}", entry.id().value(), e.getMessage());
            return TokenResult.of(
                    e.isProvablyNotSent() ? TokenResultKind.NOT_PROCESSED : TokenResultKind.OUTCOME_UNKNOWN);
        }
    }

    private TokenResult classify(ProviderEntry entry, ProviderResponse response) {
        ErrorRules rules = entry.tokens().errors();
        int status = response.status();
        if (rules.notProcessed().contains(status)) {
            return TokenResult.notProcessed(RetryAfter.read(response, rules.retryAfterHeader(), clock.instant()));
        }
        Optional<JsonNode> json = ProviderJson.object(response);
        Optional<String> error = json.flatMap(it -> error(rules, it)).filter(it -> !WrongEndpoint.isNamed(status, it));
        if (status / 100 == 2) {
            return json.map(it -> classifySuccess(entry, it, error)).orElseGet(() -> unreadable(entry, response));
        }
        boolean isDefinite = status >= 400 && status < 500 && !AMBIGUOUS_STATUSES.contains(status);
        if (!isDefinite) {
            return TokenResult.of(
                    error.filter(rules.invalidGrant()::contains).isPresent()
                            ? TokenResultKind.INVALID_GRANT
                            : TokenResultKind.OUTCOME_UNKNOWN);
        }
        return error.map(it -> TokenErrors.classify(rules, it).withError(error))
                .orElseGet(() -> classifyStatus(response));
    }

    private static Optional<String> error(ErrorRules rules, JsonNode json) {
        return rules.pointer().flatMap(it -> ProviderJson.id(json, it)).or(() -> ProviderJson.text(json, "error"));
    }

    /** A challenge for the client's credentials (RFC 6749 §5.2) tells that the client is refused, not the grant. */
    private static TokenResult classifyStatus(ProviderResponse response) {
        int status = response.status();
        if (status == UNAUTHORIZED) {
            return TokenResult.of(
                    isClientChallenged(response)
                            ? TokenResultKind.INVALID_CLIENT
                            : TokenResultKind.CLIENT_OR_GRANT_REFUSED);
        }
        return TokenResult.of(
                WrongEndpoint.isMeantBy(status) ? TokenResultKind.WRONG_ENDPOINT : TokenResultKind.REQUEST_REFUSED);
    }

    private static boolean isClientChallenged(ProviderResponse response) {
        return response.header("www-authenticate")
                .filter(challenge -> challenge.regionMatches(true, 0, "Basic", 0, "Basic".length()))
                .isPresent();
    }

    /** An error with a status of success counts only where the response contains no access token. */
    private static TokenResult classifySuccess(ProviderEntry entry, JsonNode json, Optional<String> error) {
        ErrorRules rules = entry.tokens().errors();
        return error.filter(it -> rules.mayHaveStatus200() && !TokenResponse.hasAccessToken(entry, json))
                .map(it -> TokenErrors.classify(rules, it).withError(error))
                .orElse(TokenResult.success(json));
    }

    private static TokenResult unreadable(ProviderEntry entry, ProviderResponse response) {
        LOG.warn(
                "{}: the token endpoint's response with status {} {}",
                entry.id().value(),
                response.status(),
                response.body().isPresent()
                        ? "is not one JSON object without duplicate members"
                        : "is too long, compressed in another way than gzip, or has too many headers");
        return TokenResult.of(TokenResultKind.UNREADABLE);
    }
}
