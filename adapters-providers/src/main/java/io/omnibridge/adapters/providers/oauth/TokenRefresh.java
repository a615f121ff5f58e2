package io.omnibridge.adapters.providers.oauth;

import io.omnibridge.adapters.providers.catalogue.Endpoints;
import io.omnibridge.adapters.providers.catalogue.ProviderEntry;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.providers.transport.Transport;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.credentials.Secret;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends refresh tokens home, each call once, and says precisely what came of it. Thread-safe. */
public final class TokenRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(TokenRefresh.class);
    private static final RefreshResult NOT_SENT = new RefreshResult.NotProcessed(Duration.ZERO, false);

    private final Clock clock;
    private final Discovery discovery;
    private final TokenEndpoint tokenEndpoint;

    TokenRefresh(Transport transport, Discovery discovery, Clock clock) {
        this.clock = clock;
        this.discovery = discovery;
        this.tokenEndpoint = new TokenEndpoint(transport, clock);
    }

    /**
     * Renews {@code grant}, if it came from here.
     *
     * @param timeout after which the call has ended
     */
    public RefreshResult refresh(ProviderEntry entry, Grant grant, Duration timeout) {
        Deadline deadline = new Deadline(clock, timeout);
        Optional<Secret> refreshToken = grant.credentials().refreshToken();
        if (refreshToken.isEmpty()) {
            LOG.warn(
                    "{}: a grant without a refresh token was to be renewed",
                    entry.id().value());
            return NOT_SENT;
        }
        try {
            Endpoints endpoints = discovery.endpoints(entry, new Deadline(clock, timeout.dividedBy(2)));
            if (!grant.origin().equals(Optional.of(TokenOrigins.originOf(entry, endpoints)))) {
                LOG.warn(
                        "{}: a grant came from another client or server than the configured one, and is not sent there",
                        entry.id().value());
                return NOT_SENT;
            }
            TokenRequests calls = new TokenRequests(entry, endpoints.token().orElseThrow());
            return answer(entry, grant, tokenEndpoint.send(entry, calls.refresh(refreshToken.get(), deadline.left())));
        } catch (RequestFailed | InvalidProviderResponse e) {
            LOG.info("{}: nothing was sent: {}", entry.id().value(), e.getMessage());
            return NOT_SENT;
        }
    }

    private RefreshResult answer(ProviderEntry entry, Grant grant, TokenResult result) {
        return switch (result.kind()) {
            case SUCCESS -> renewed(entry, grant, result);
            case INVALID_GRANT -> new RefreshResult.InvalidGrant();
            case INVALID_CLIENT -> new RefreshResult.NotProcessed(Duration.ZERO, true);
            case OTHER_ERROR, NOT_PROCESSED -> new RefreshResult.NotProcessed(result.retryAfter(), false);
            case UNREADABLE, OUTCOME_UNKNOWN -> new RefreshResult.OutcomeUnknown();
        };
    }

    private RefreshResult renewed(ProviderEntry entry, Grant grant, TokenResult result) {
        try {
            TokenResponse answer = new TokenResponse(entry, clock.instant());
            return new RefreshResult.Renewed(answer.renewed(result.answer().orElseThrow(), grant));
        } catch (InvalidProviderResponse e) {
            LOG.warn("{}: an answer to a refresh cannot be used: {}", entry.id().value(), e.getMessage());
            return new RefreshResult.OutcomeUnknown();
        }
    }
}
