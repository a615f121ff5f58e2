package io.omnibridge.application.observation;

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
    public Authorization authorize(ProviderId provider, Scopes scopes, String state, AttemptSecrets secrets) {
        return servers.authorize(provider, scopes, state, secrets);
    }

    @Override
    public ExchangeResult exchange(ConnectAttempt attempt, AttemptSecrets secrets) {
        ExchangeResult result = servers.exchange(attempt, secrets);
        events.exchanged(
                attempt.provider(),
                result instanceof ExchangeResult.Granted
                        ? CredentialEvents.Exchange.GRANTED
                        : CredentialEvents.Exchange.FAILED);
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

    private static CredentialEvents.Refresh event(RefreshResult result) {
        if (result instanceof RefreshResult.Renewed) {
            return CredentialEvents.Refresh.RENEWED;
        }
        if (result instanceof RefreshResult.InvalidGrant) {
            return CredentialEvents.Refresh.INVALID_GRANT;
        }
        if (result instanceof RefreshResult.NotProcessed notProcessed) {
            return notProcessed.isClientRefused()
                    ? CredentialEvents.Refresh.CLIENT_REFUSED
                    : CredentialEvents.Refresh.NOT_PROCESSED;
        }
        return result instanceof RefreshResult.Refused
                ? CredentialEvents.Refresh.REFUSED
                : CredentialEvents.Refresh.OUTCOME_UNKNOWN;
    }

    private static CredentialEvents.Revocation event(RevocationResult result) {
        if (result instanceof RevocationResult.Revoked) {
            return CredentialEvents.Revocation.REVOKED;
        }
        if (result instanceof RevocationResult.NotConfigured) {
            return CredentialEvents.Revocation.NOT_CONFIGURED;
        }
        return result instanceof RevocationResult.Failed
                ? CredentialEvents.Revocation.FAILED
                : CredentialEvents.Revocation.IMPOSSIBLE;
    }
}
