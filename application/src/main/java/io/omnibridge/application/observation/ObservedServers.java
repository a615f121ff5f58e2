package io.omnibridge.application.observation;

import io.omnibridge.application.port.AuthorizationRequest;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.RevocableToken;
import java.time.Duration;
import java.util.Objects;

/** Authorization servers whose results are reported to {@link CredentialEvents}. Thread-safe. */
public final class ObservedServers implements AuthorizationServers {

    private final AuthorizationServers servers;
    private final CredentialEvents events;

    public ObservedServers(AuthorizationServers servers, CredentialEvents events) {
        this.servers = Objects.requireNonNull(servers);
        this.events = Objects.requireNonNull(events);
    }

    @Override
    public boolean isCalledToAuthorize(ProviderId provider) {
        return servers.isCalledToAuthorize(provider);
    }

    @Override
    public AuthorizationRequest authorize(ProviderId provider, Scopes scopes, String state, AttemptSecrets secrets) {
        return servers.authorize(provider, scopes, state, secrets);
    }

    @Override
    public ExchangeResult exchange(ConnectAttempt attempt, AttemptSecrets secrets) {
        ExchangeResult result = servers.exchange(attempt, secrets);
        events.exchanged(
                attempt.provider(),
                result instanceof ExchangeResult.Granted ? ExchangeOutcome.GRANTED : ExchangeOutcome.FAILED);
        return result;
    }

    @Override
    public RefreshResult refresh(ProviderId provider, Grant grant, Duration timeout) {
        RefreshResult result = servers.refresh(provider, grant, timeout);
        events.refreshed(provider, event(result));
        return result;
    }

    @Override
    public RevocationResult revoke(ProviderId provider, RevocableToken token) {
        RevocationResult result = servers.revoke(provider, token);
        events.revoked(provider, event(result));
        return result;
    }

    private static RefreshOutcome event(RefreshResult result) {
        if (result instanceof RefreshResult.Renewed) {
            return RefreshOutcome.RENEWED;
        }
        if (result instanceof RefreshResult.InvalidGrant) {
            return RefreshOutcome.INVALID_GRANT;
        }
        if (result instanceof RefreshResult.NotProcessed notProcessed) {
            return notProcessed.isClientRefused() ? RefreshOutcome.CLIENT_REFUSED : RefreshOutcome.NOT_PROCESSED;
        }
        return result instanceof RefreshResult.Refused ? RefreshOutcome.REFUSED : RefreshOutcome.OUTCOME_UNKNOWN;
    }

    private static RevocationOutcome event(RevocationResult result) {
        if (result instanceof RevocationResult.Revoked) {
            return RevocationOutcome.REVOKED;
        }
        if (result instanceof RevocationResult.NotConfigured) {
            return RevocationOutcome.NOT_CONFIGURED;
        }
        return result instanceof RevocationResult.Failed ? RevocationOutcome.FAILED : RevocationOutcome.IMPOSSIBLE;
    }
}
