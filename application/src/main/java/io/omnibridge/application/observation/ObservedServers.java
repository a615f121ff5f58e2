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

/** Authorization servers whose answers are told of. Thread-safe. */
public final class ObservedServers implements AuthorizationServers {

    private final AuthorizationServers servers;
    private final CredentialEvents events;

    public ObservedServers(AuthorizationServers servers, CredentialEvents events) {
        this.servers = Objects.requireNonNull(servers);
        this.events = Objects.requireNonNull(events);
    }

    @Override
    public Authorization authorize(ProviderId provider, Scopes scopes, String state, AttemptSecrets secrets) {
        return servers.authorize(provider, scopes, state, secrets);
    }

    @Override
    public ExchangeResult exchange(ConnectAttempt attempt, AttemptSecrets secrets) {
        ExchangeResult answer = servers.exchange(attempt, secrets);
        events.exchanged(
                attempt.provider(),
                answer instanceof ExchangeResult.Granted
                        ? CredentialEvents.Exchange.GRANTED
                        : CredentialEvents.Exchange.FAILED);
        return answer;
    }

    @Override
    public RefreshResult refresh(ProviderId provider, Grant grant, Duration atMost) {
        RefreshResult answer = servers.refresh(provider, grant, atMost);
        events.refreshed(provider, outcome(answer));
        return answer;
    }

    @Override
    public RevocationResult revoke(ProviderId provider, RevocableToken token) {
        RevocationResult answer = servers.revoke(provider, token);
        events.revoked(provider, outcome(answer));
        return answer;
    }

    private static CredentialEvents.Refresh outcome(RefreshResult answer) {
        if (answer instanceof RefreshResult.Renewed) {
            return CredentialEvents.Refresh.RENEWED;
        }
        if (answer instanceof RefreshResult.InvalidGrant) {
            return CredentialEvents.Refresh.INVALID_GRANT;
        }
        if (answer instanceof RefreshResult.NotProcessed notProcessed) {
            return notProcessed.isClientRefused()
                    ? CredentialEvents.Refresh.CLIENT_REFUSED
                    : CredentialEvents.Refresh.NOT_PROCESSED;
        }
        return CredentialEvents.Refresh.DOUBT;
    }

    private static CredentialEvents.Revocation outcome(RevocationResult answer) {
        if (answer instanceof RevocationResult.Revoked) {
            return CredentialEvents.Revocation.REVOKED;
        }
        return answer instanceof RevocationResult.Failed
                ? CredentialEvents.Revocation.FAILED
                : CredentialEvents.Revocation.IMPOSSIBLE;
    }
}
