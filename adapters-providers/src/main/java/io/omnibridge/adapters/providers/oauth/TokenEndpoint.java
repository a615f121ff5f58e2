package io.omnibridge.adapters.providers.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.catalogue.ErrorRules;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.Answer;
import io.omnibridge.adapters.providers.transport.Call;
import io.omnibridge.adapters.providers.transport.CallFailed;
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

    TokenOutcome send(ProviderEntry entry, Call call) {
        TokenOutcome outcome = outcome(entry, call);
        if (outcome.kind() == TokenOutcome.Kind.CLIENT_REFUSED) {
            LOG.warn(
                    "{} does not know this client: check client_id and client_secret",
                    entry.id().value());
        }
        return outcome;
    }

    private TokenOutcome outcome(ProviderEntry entry, Call call) {
        try {
            Answer answer = transport.send(call);
            TokenOutcome outcome = classify(entry, answer);
            LOG.debug("{}: status {}, {}", entry.id().value(), answer.status(), outcome.kind());
            return outcome;
        } catch (CallFailed e) {
            LOG.info("{} gave no answer at its token endpoint: {}", entry.id().value(), e.getMessage());
            return TokenOutcome.of(e.isProvablyNotSent() ? TokenOutcome.Kind.NOTHING_DONE : TokenOutcome.Kind.DOUBT);
        }
    }

    private TokenOutcome classify(ProviderEntry entry, Answer answer) {
        ErrorRules rules = entry.tokens().errors();
        int status = answer.status();
        if (rules.unconsumed().contains(status)) {
            return TokenOutcome.nothingDone(RetryAfter.read(answer, rules.retryAfterHeader(), clock.instant()));
        }
        Optional<JsonNode> json = StrictJson.object(answer);
        Optional<String> error = json.flatMap(it -> StrictJson.text(it, "error"));
        if (status == OK) {
            return error.filter(it -> rules.comeWithStatus200())
                    .map(it -> named(rules, it))
                    .orElseGet(() ->
                            json.map(TokenOutcome::answered).orElse(TokenOutcome.of(TokenOutcome.Kind.UNREADABLE)));
        }
        boolean isDefinite = status >= 400 && status < 500 && !DOUBTFUL.contains(status);
        if (!isDefinite) {
            return TokenOutcome.of(TokenOutcome.Kind.DOUBT);
        }
        return error.map(it -> named(rules, it))
                .orElse(TokenOutcome.of(
                        status == UNAUTHORIZED ? TokenOutcome.Kind.CLIENT_REFUSED : TokenOutcome.Kind.REFUSED));
    }

    private static TokenOutcome named(ErrorRules rules, String error) {
        if (error.equals("invalid_grant") || rules.invalidGrant().contains(error)) {
            return TokenOutcome.of(TokenOutcome.Kind.INVALID_GRANT);
        }
        if (CLIENT_ERRORS.contains(error) || rules.invalidClient().contains(error)) {
            return TokenOutcome.of(TokenOutcome.Kind.CLIENT_REFUSED);
        }
        return TokenOutcome.of(FAULTS.contains(error) ? TokenOutcome.Kind.DOUBT : TokenOutcome.Kind.REFUSED);
    }
}
