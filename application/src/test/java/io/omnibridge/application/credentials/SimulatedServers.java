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

/** The way to the provider and back, on which requests and answers are lost or late. */
final class SimulatedServers implements AuthorizationServers {

    static final long ACCESS_LIFETIME = 600_000;

    private static final RefreshResult NOT_PROCESSED = new RefreshResult.NotProcessed(Duration.ZERO, false);
    private static final RefreshResult BUSY = new RefreshResult.NotProcessed(Duration.ofSeconds(30), false);
    private static final RefreshResult WRONG_CLIENT = new RefreshResult.NotProcessed(Duration.ZERO, true);
    private static final RefreshResult DOUBT = new RefreshResult.OutcomeUnknown();
    private static final RefreshResult INVALID = new RefreshResult.InvalidGrant();

    private final Simulation world;
    private final SimulatedProvider provider;

    /** How long the answer to the last call takes, in milliseconds. */
    long answerTime;
    /** What the last answer brought; null if nothing. */
    @Nullable
    Token brought;

    SimulatedServers(Simulation world, SimulatedProvider provider) {
        this.world = world;
        this.provider = provider;
    }

    @Override
    public RefreshResult refresh(ProviderId id, Grant grant, Duration atMost) {
        Token token = token(grant.credentials().refreshToken().orElseThrow());
        world.checkSending(token);
        brought = null;
        int fate = world.isCalm() ? 0 : world.roll(100);
        if (world.isOutage()) {
            fate = 62 + world.roll(38);
        }
        if (fate < 62) {
            answerTime = 20L + world.roll((int) Math.min(4_000, atMost.toMillis() / 2));
            return processed(token);
        }
        if (fate < 72) {
            answerTime = 5L + world.roll(50);
            return fate < 68 ? NOT_PROCESSED : fate < 70 ? BUSY : WRONG_CLIENT;
        }
        answerTime = world.chance(50) ? atMost.toMillis() : 50;
        markInDoubt(token);
        if (fate >= 82 && fate < 93) {
            lose(provider.exchange(token, world.now()));
        } else if (fate >= 93 && (provider.reuse != RefreshTokenReuse.KILLS_FAMILY || provider.grace == 0)) {
            world.in(world.roll(590_000), () -> lose(provider.exchange(token, world.now())));
        }
        return DOUBT;
    }

    private RefreshResult processed(Token token) {
        markInDoubt(token);
        Token next = provider.exchange(token, world.now());
        brought = next;
        return next == null
                ? INVALID
                : new RefreshResult.Renewed(
                        SimulatedGrants.grant(next, Instant.ofEpochMilli(world.now() + answerTime + ACCESS_LIFETIME)));
    }

    private void markInDoubt(Token token) {
        if (token.firstSentInDoubt < 0) {
            token.firstSentInDoubt = world.now();
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
        if (!world.isCalm() && world.chance(40)) {
            return new RevocationResult.Failed(Duration.ZERO);
        }
        provider.revoke(token(token.token()));
        return new RevocationResult.Revoked();
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
