package io.omnibridge.bootstrap.wiring;

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

/**
 * Servers of which a refresh pauses before or after its call, if its thread was told so. Each pause is announced on standard
 * error.
 */
record PausingServers(AuthorizationServers servers) implements AuthorizationServers {

    private record PausePoint(String step, Duration time) {}

    private static final ThreadLocal<PausePoint> PAUSE_POINT =
            ThreadLocal.withInitial(() -> new PausePoint("none", Duration.ZERO));

    /** @param step {@code before} or {@code after} the call; anything else for no pause */
    static void pauseAt(String step, Duration time) {
        PAUSE_POINT.set(new PausePoint(step, time));
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
        return servers.exchange(attempt, secrets);
    }

    @Override
    public RefreshResult refresh(ProviderId provider, Grant grant, Duration atMost) {
        pause("before", provider);
        RefreshResult result = servers.refresh(provider, grant, atMost);
        pause("after", provider);
        return result;
    }

    @Override
    public RevocationResult revoke(ProviderId provider, RevocableToken token) {
        return servers.revoke(provider, token);
    }

    private static void pause(String step, ProviderId provider) {
        if (PAUSE_POINT.get().step().equals(step)) {
            System.err.println("paused " + step + " " + provider.value());
            try {
                Thread.sleep(PAUSE_POINT.get().time().toMillis());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
