package io.omnibridge.application.observation;

import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ExchangeAnswer;
import io.omnibridge.application.port.RefreshAnswer;
import io.omnibridge.application.port.RevocationAnswer;
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
    public ExchangeAnswer exchange(ConnectAttempt attempt, AttemptSecrets secrets) {
        ExchangeAnswer answer = servers.exchange(attempt, secrets);
        events.exchanged(
                attempt.provider(),
                answer instanceof ExchangeAnswer.Granted
                        ? CredentialEvents.Exchange.GRANTED
                        : CredentialEvents.Exchange.FAILED);
        return answer;
    }

    @Override
    public RefreshAnswer refresh(ProviderId provider, Grant grant, Duration atMost) {
        RefreshAnswer answer = servers.refresh(provider, grant, atMost);
        events.refreshed(provider, outcome(answer));
        return answer;
    }

    @Override
    public RevocationAnswer revoke(ProviderId provider, RevocableToken token) {
        RevocationAnswer answer = servers.revoke(provider, token);
        events.revoked(provider, outcome(answer));
        return answer;
    }

    private static CredentialEvents.Refresh outcome(RefreshAnswer answer) {
        if (answer instanceof RefreshAnswer.Renewed) {
            return CredentialEvents.Refresh.RENEWED;
        }
        if (answer instanceof RefreshAnswer.InvalidGrant) {
            return CredentialEvents.Refresh.INVALID_GRANT;
        }
        if (answer instanceof RefreshAnswer.Unconsumed unconsumed) {
            return unconsumed.isClientRefused()
                    ? CredentialEvents.Refresh.CLIENT_REFUSED
                    : CredentialEvents.Refresh.UNCONSUMED;
        }
        return CredentialEvents.Refresh.DOUBT;
    }

    private static CredentialEvents.Revocation outcome(RevocationAnswer answer) {
        if (answer instanceof RevocationAnswer.Revoked) {
            return CredentialEvents.Revocation.REVOKED;
        }
        return answer instanceof RevocationAnswer.Failed
                ? CredentialEvents.Revocation.FAILED
                : CredentialEvents.Revocation.IMPOSSIBLE;
    }
}
