package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.CallFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.application.port.RefreshAnswer;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.credentials.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends refresh tokens home, each call once, and says precisely what came of it. Thread-safe. */
public final class Renewals {

    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);
    private static final RefreshAnswer NOT_SENT = new RefreshAnswer.Unconsumed(Duration.ZERO, false);

    private final Clock clock;
    private final Discovery discovery;
    private final TokenEndpoint tokenEndpoint;

    Renewals(Transport transport, Discovery discovery, Clock clock) {
        this.clock = clock;
        this.discovery = discovery;
        this.tokenEndpoint = new TokenEndpoint(transport, clock);
    }

    /**
     * Renews {@code grant}, if it came from here.
     *
     * @param atMost after which the call has ended
     */
    public RefreshAnswer refresh(ProviderEntry entry, Grant grant, Duration atMost) {
        Deadline deadline = new Deadline(clock, atMost);
        Optional<Secret> refreshToken = grant.credentials().refreshToken();
        if (refreshToken.isEmpty()) {
            LOG.warn(
                    "{}: a grant without a refresh token was to be renewed",
                    entry.id().value());
            return NOT_SENT;
        }
        try {
            Endpoints endpoints = discovery.endpoints(entry, new Deadline(clock, atMost.dividedBy(2)));
            if (!grant.origin().equals(Optional.of(Home.originOf(entry, endpoints)))) {
                LOG.warn(
                        "{}: a grant came from another client or server than the configured one, and is not sent there",
                        entry.id().value());
                return NOT_SENT;
            }
            TokenCalls calls = new TokenCalls(entry, endpoints.token().orElseThrow());
            return answer(entry, grant, tokenEndpoint.send(entry, calls.refresh(refreshToken.get(), deadline.left())));
        } catch (CallFailed | Unusable e) {
            LOG.info("{}: nothing was sent: {}", entry.id().value(), e.getMessage());
            return NOT_SENT;
        }
    }

    private RefreshAnswer answer(ProviderEntry entry, Grant grant, TokenOutcome outcome) {
        return switch (outcome.kind()) {
            case ANSWERED -> renewed(entry, grant, outcome);
            case INVALID_GRANT -> new RefreshAnswer.InvalidGrant();
            case CLIENT_REFUSED -> new RefreshAnswer.Unconsumed(Duration.ZERO, true);
            case REFUSED, NOTHING_DONE -> new RefreshAnswer.Unconsumed(outcome.retryAfter(), false);
            case UNREADABLE, DOUBT -> new RefreshAnswer.Doubt();
        };
    }

    private RefreshAnswer renewed(ProviderEntry entry, Grant grant, TokenOutcome outcome) {
        try {
            TokenAnswer answer = new TokenAnswer(entry, clock.instant());
            return new RefreshAnswer.Renewed(answer.renewed(outcome.answer().orElseThrow(), grant));
        } catch (Unusable e) {
            LOG.warn("{}: an answer to a refresh cannot be used: {}", entry.id().value(), e.getMessage());
            return new RefreshAnswer.Doubt();
        }
    }
}
