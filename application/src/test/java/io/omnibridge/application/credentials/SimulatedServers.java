package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocableToken;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The network between nodes and provider, in which requests and responses are lost or delayed. */
final class SimulatedServers implements AuthorizationServers {

    static final long ACCESS_LIFETIME = 600_000;

    private static final RefreshResult NOT_PROCESSED = new RefreshResult.NotProcessed(Duration.ZERO, false);
    private static final RefreshResult RETRY_LATER = new RefreshResult.NotProcessed(Duration.ofSeconds(30), false);
    private static final RefreshResult CLIENT_REFUSED = new RefreshResult.NotProcessed(Duration.ZERO, true);
    private static final RefreshResult OUTCOME_UNKNOWN = new RefreshResult.OutcomeUnknown();
    private static final RefreshResult INVALID_GRANT = new RefreshResult.InvalidGrant();

    private final Simulation simulation;
    private final SimulatedProvider provider;

    /** How long the response to the last call takes, in milliseconds. */
    long responseTime;
    /** The token of the last response; null if none. */
    @Nullable
    Token receivedToken;

    SimulatedServers(Simulation simulation, SimulatedProvider provider) {
        this.simulation = simulation;
        this.provider = provider;
    }

    @Override
    public RefreshResult refresh(ProviderId id, Grant grant, Duration timeout) {
        Token token = token(grant.credentials().refreshToken().orElseThrow());
        simulation.checkSending(token);
        receivedToken = null;
        int fate = simulation.trouble.isCalm() ? 0 : simulation.trouble.roll(100);
        if (simulation.trouble.isOutage()) {
            fate = 62 + simulation.trouble.roll(38);
        }
        if (fate < 62) {
            responseTime = 20L + simulation.trouble.roll((int) Math.min(4_000, timeout.toMillis() / 2));
            return processed(token);
        }
        if (fate < 72) {
            responseTime = 5L + simulation.trouble.roll(50);
            return fate < 68 ? NOT_PROCESSED : fate < 70 ? RETRY_LATER : CLIENT_REFUSED;
        }
        responseTime = simulation.trouble.chance(50) ? timeout.toMillis() : 50;
        markProcessable(token);
        if (fate >= 82 && fate < 93) {
            lose(provider.exchange(token, simulation.time.now()));
        } else if (fate >= 93 && (provider.reuse != RefreshTokenReuse.KILLS_FAMILY || provider.grace == 0)) {
            simulation.time.in(
                    simulation.trouble.roll(590_000), () -> lose(provider.exchange(token, simulation.time.now())));
        }
        return OUTCOME_UNKNOWN;
    }

    private RefreshResult processed(Token token) {
        markProcessable(token);
        Token next = provider.exchange(token, simulation.time.now());
        receivedToken = next;
        return next == null
                ? INVALID_GRANT
                : new RefreshResult.Renewed(SimulatedGrants.grant(
                        next, Instant.ofEpochMilli(simulation.time.now() + responseTime + ACCESS_LIFETIME)));
    }

    private void markProcessable(Token token) {
        if (token.firstProcessableAt < 0) {
            token.firstProcessableAt = simulation.time.now();
        }
    }

    private static void lose(@Nullable Token token) {
        if (token != null) {
            token.isLost = true;
        }
    }

    private Token token(Secret secret) {
        return provider.tokens.get(Integer.parseInt(secret.reveal()));
    }

    @Override
    public RevocationResult revoke(ProviderId id, RevocableToken token) {
        if (!simulation.trouble.isCalm() && simulation.trouble.chance(40)) {
            return new RevocationResult.Failed(Duration.ZERO);
        }
        provider.revoke(token(token.token()));
        return new RevocationResult.Revoked();
    }

    @Override
    public boolean isCalledToAuthorize(ProviderId provider) {
        return false;
    }

    @Override
    public Authorization authorize(ProviderId id, Scopes scopes, String state, AttemptSecrets secrets) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ExchangeResult exchange(ConnectAttempt attempt, AttemptSecrets secrets) {
        throw new UnsupportedOperationException();
    }
}
