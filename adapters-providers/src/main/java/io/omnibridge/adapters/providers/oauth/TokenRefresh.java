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

/** Refreshes credentials (RFC 6749 §6). Sends each refresh token at most once per call. Thread-safe. */
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
     * Refreshes {@code grant}, if the configured client and server issued it.
     *
     * @param timeout the maximum time of this call, including discovery
     */
    public RefreshResult refresh(ProviderEntry entry, Grant grant, Duration timeout) {
        ProviderDeadline deadline = new ProviderDeadline(clock, timeout);
        Optional<Secret> refreshToken = grant.credentials().refreshToken();
        if (refreshToken.isEmpty()) {
            LOG.warn(
                    "{}: refresh of a grant without a refresh token", entry.id().value());
            return NOT_SENT;
        }
        try {
            Endpoints endpoints =
                    discovery.endpointsForRefresh(entry, new ProviderDeadline(clock, timeout.dividedBy(2)));
            if (!grant.origin().equals(Optional.of(TokenOrigins.originOf(entry, endpoints)))) {
                LOG.warn(
                        "{}: refresh not sent, because another client or server issued the grant",
                        entry.id().value());
                return NOT_SENT;
            }
            TokenRequests requests = new TokenRequests(entry, endpoints.token().orElseThrow());
            return refreshResult(
                    entry,
                    grant,
                    tokenEndpoint.send(entry, requests.refresh(refreshToken.get(), deadline.remaining())));
        } catch (RequestFailed | InvalidProviderResponse e) {
            LOG.info("{}: refresh not sent: {}", entry.id().value(), e.getMessage());
            return NOT_SENT;
        }
    }

    private RefreshResult refreshResult(ProviderEntry entry, Grant grant, TokenResult result) {
        return switch (result.kind()) {
            case SUCCESS -> renewed(entry, grant, result);
            case INVALID_GRANT -> new RefreshResult.InvalidGrant();
            case INVALID_CLIENT -> new RefreshResult.NotProcessed(Duration.ZERO, true);
            case CLIENT_OR_GRANT_REFUSED, REQUEST_REFUSED -> refused(entry, true);
            case OTHER_ERROR -> refused(entry, false);
            case NOT_PROCESSED, WRONG_ENDPOINT -> new RefreshResult.NotProcessed(result.retryAfter(), false);
            case UNREADABLE, OUTCOME_UNKNOWN -> new RefreshResult.OutcomeUnknown();
        };
    }

    private static RefreshResult refused(ProviderEntry entry, boolean isClientSuspected) {
        LOG.debug("{}: refresh refused without a known reason", entry.id().value());
        return new RefreshResult.Refused(isClientSuspected);
    }

    private RefreshResult renewed(ProviderEntry entry, Grant grant, TokenResult result) {
        try {
            TokenResponse response = new TokenResponse(entry, clock.instant());
            return new RefreshResult.Renewed(response.renewed(result.body().orElseThrow(), grant));
        } catch (InvalidProviderResponse e) {
            LOG.warn("{}: unusable response to a refresh: {}", entry.id().value(), e.getMessage());
            return new RefreshResult.OutcomeUnknown();
        }
    }
}
