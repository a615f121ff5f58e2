package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.ErrorRules;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.ProviderRequest;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.ProviderResponse;
import io.omnibridge.adapters.providers.transport.RetryAfter;
import io.omnibridge.adapters.providers.transport.Transport;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls token endpoints, and tells what certainly happened there from what perhaps did. Thread-safe. */
final class TokenEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(TokenEndpoint.class);

    /** Statuses of the 4xx that say nothing about whether the request was carried out. */
    private static final Set<Integer> DOUBTFUL = Set.of(408, 425, 499);

    /** Errors by which a server says that it failed half-way. */
    private static final Set<String> FAULTS =
            Set.of("server_error", "internal_error", "fatal_error", "request_timeout", "service_unavailable");

    private static final Set<String> CLIENT_ERRORS = Set.of("invalid_client", "unauthorized_client");
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final Transport transport;
    private final Clock clock;

    TokenEndpoint(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    TokenResult send(ProviderEntry entry, ProviderRequest call) {
        TokenResult result = result(entry, call);
        if (result.kind() == TokenResult.Kind.INVALID_CLIENT) {
            LOG.warn(
                    "{} does not know this client: check client_id and client_secret",
                    entry.id().value());
        }
        return result;
    }

    private TokenResult result(ProviderEntry entry, ProviderRequest call) {
        try {
            ProviderResponse answer = transport.send(call);
            TokenResult result = classify(entry, answer);
            LOG.debug("{}: status {}, {}", entry.id().value(), answer.status(), result.kind());
            return result;
        } catch (RequestFailed e) {
            LOG.info("{} gave no answer at its token endpoint: {}", entry.id().value(), e.getMessage());
            return TokenResult.of(e.isProvablyNotSent() ? TokenResult.Kind.NOT_PROCESSED : TokenResult.Kind.OUTCOME_UNKNOWN);
        }
    }

    private TokenResult classify(ProviderEntry entry, ProviderResponse answer) {
        ErrorRules rules = entry.tokens().errors();
        int status = answer.status();
        if (rules.notProcessed().contains(status)) {
            return TokenResult.notProcessed(RetryAfter.read(answer, rules.retryAfterHeader(), clock.instant()));
        }
        Optional<JsonNode> json = ProviderJson.object(answer);
        Optional<String> error = json.flatMap(it -> ProviderJson.text(it, "error"));
        if (status == OK) {
            return error.filter(it -> rules.mayHaveStatus200())
                    .map(it -> named(rules, it))
                    .orElseGet(
                            () -> json.map(TokenResult::success).orElse(TokenResult.of(TokenResult.Kind.UNREADABLE)));
        }
        boolean isDefinite = status >= 400 && status < 500 && !DOUBTFUL.contains(status);
        if (!isDefinite) {
            return TokenResult.of(TokenResult.Kind.OUTCOME_UNKNOWN);
        }
        return error.map(it -> named(rules, it))
                .orElse(TokenResult.of(
                        status == UNAUTHORIZED ? TokenResult.Kind.INVALID_CLIENT : TokenResult.Kind.OTHER_ERROR));
    }

    private static TokenResult named(ErrorRules rules, String error) {
        if (error.equals("invalid_grant") || rules.invalidGrant().contains(error)) {
            return TokenResult.of(TokenResult.Kind.INVALID_GRANT);
        }
        if (CLIENT_ERRORS.contains(error) || rules.invalidClient().contains(error)) {
            return TokenResult.of(TokenResult.Kind.INVALID_CLIENT);
        }
        return TokenResult.of(FAULTS.contains(error) ? TokenResult.Kind.OUTCOME_UNKNOWN : TokenResult.Kind.OTHER_ERROR);
    }
}
