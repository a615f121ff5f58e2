package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.application.port.AuthorizationRequest;
import io.omnibridge.application.port.AuthorizationServers;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptFailure;
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
    private static final RefreshResult REFUSED = new RefreshResult.Refused(false);
    private static final RefreshResult OUTCOME_UNKNOWN = new RefreshResult.OutcomeUnknown();

    private final Simulation simulation;
    private final SimulatedTime time;
    private final Trouble trouble;
    private final SimulatedProvider provider;

    /** How long the response to the last call takes, in milliseconds. */
    long responseTime;
    /** The token of the last response; null if none. */
    @Nullable
    Token receivedToken;
    /** The result of the next code exchange. */
    ExchangeResult exchange = new ExchangeResult.Failed(AttemptFailure.CODE_REFUSED);

    SimulatedServers(Simulation simulation, SimulatedProvider provider) {
        this.simulation = simulation;
        this.time = simulation.time;
        this.trouble = simulation.trouble;
        this.provider = provider;
    }

    @Override
    public RefreshResult refresh(ProviderId id, Grant grant, Duration timeout) {
        Token token = token(grant.credentials().refreshToken().orElseThrow());
        simulation.checkSending(token);
        receivedToken = null;
        int fate = trouble.isCalm() || token.family.person != Simulation.USER ? 0 : trouble.roll(100);
        if (trouble.isOutage()) {
            fate = 62 + trouble.roll(38);
        }
        if (fate < 62) {
            responseTime = 20L + trouble.roll((int) Math.min(4_000, timeout.toMillis() / 2));
            return processed(token);
        }
        if (fate < 72 || token.family.person != Simulation.USER) {
            responseTime = 5L + trouble.roll(50);
            return notProcessed(fate);
        }
        responseTime = trouble.chance(50) ? timeout.toMillis() : 50;
        markProcessable(token);
        if (fate >= 82 && fate < 93) {
            lose(provider.exchange(token, time.now()));
        } else if (fate >= 93 && (provider.reuse != RefreshTokenReuse.KILLS_FAMILY || provider.grace == 0)) {
            time.in(trouble.roll(590_000), () -> lose(provider.exchange(token, time.now())));
        }
        return OUTCOME_UNKNOWN;
    }

    private static RefreshResult notProcessed(int fate) {
        if (fate < 67) {
            return NOT_PROCESSED;
        }
        if (fate < 69) {
            return RETRY_LATER;
        }
        return fate < 71 ? CLIENT_REFUSED : fate < 72 ? REFUSED : NOT_PROCESSED;
    }

    private RefreshResult processed(Token token) {
        Token next = provider.exchange(token, time.now());
        receivedToken = next;
        if (next == null) {
            return refusal();
        }
        markProcessable(token);
        return new RefreshResult.Renewed(
                SimulatedGrants.grant(next, Instant.ofEpochMilli(time.now() + responseTime + ACCESS_LIFETIME)));
    }

    private RefreshResult refusal() {
        return switch (provider.rules.refusal()) {
            case INVALID_GRANT -> new RefreshResult.InvalidGrant();
            case LIKE_AN_UNKNOWN_CLIENT -> new RefreshResult.Refused(true);
            case IN_OTHER_WORDS -> REFUSED;
        };
    }

    private void markProcessable(Token token) {
        if (token.firstProcessableAt < 0) {
            token.firstProcessableAt = time.now();
        }
    }

    private static void lose(@Nullable Token token) {
        if (token != null) {
            token.isLost = true;
        }
    }

    private Token token(Secret secret) {
        return provider.tokens.get(SimulatedGrants.idOf(secret));
    }

    @Override
    public RevocationResult revoke(ProviderId id, RevocableToken token) {
        if (!trouble.isCalm() && trouble.chance(40)) {
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
    public AuthorizationRequest authorize(ProviderId id, Scopes scopes, String state, AttemptSecrets secrets) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ExchangeResult exchange(ConnectAttempt attempt, AttemptSecrets secrets) {
        return exchange;
    }
}
