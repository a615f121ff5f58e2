package io.omnibridge.bootstrap.wiring;

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

/** The same servers; a refresh stops before or after its call if its thread was told so, and says on standard error that it does. */
record HaltingServers(AuthorizationServers usual) implements AuthorizationServers {

    private record Halt(String step, Duration time) {}

    private static final ThreadLocal<Halt> HALT = ThreadLocal.withInitial(() -> new Halt("none", Duration.ZERO));

    static void haltHere(String step, Duration time) {
        HALT.set(new Halt(step, time));
    }

    @Override
    public Authorization authorize(ProviderId provider, Scopes scopes, String state, AttemptSecrets secrets) {
        return usual.authorize(provider, scopes, state, secrets);
    }

    @Override
    public ExchangeResult exchange(ConnectAttempt attempt, AttemptSecrets secrets) {
        return usual.exchange(attempt, secrets);
    }

    @Override
    public RefreshResult refresh(ProviderId provider, Grant grant, Duration atMost) {
        halt("before", provider);
        RefreshResult answer = usual.refresh(provider, grant, atMost);
        halt("after", provider);
        return answer;
    }

    @Override
    public RevocationResult revoke(ProviderId provider, RevocableToken token) {
        return usual.revoke(provider, token);
    }

    private static void halt(String step, ProviderId provider) {
        if (HALT.get().step().equals(step)) {
            System.err.println("halted " + step + " " + provider.value());
            try {
                Thread.sleep(HALT.get().time().toMillis());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
