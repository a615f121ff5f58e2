package io.omnibridge.application.credentials;

import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A simulated provider: what it does with refresh tokens, and which of them are valid. */
final class SimulatedProvider {

    final Rules rules;
    final RefreshTokenReuse reuse;
    final long grace;
    final RevocationScope scope;
    final boolean rotates;
    final List<Token> tokens = new ArrayList<>();
    private final LongSupplier time;

    /** How the provider refuses a refresh token that is not valid. */
    enum RefusalForm {
        /** {@code invalid_grant}, as RFC 6749 §5.2 wants it. */
        INVALID_GRANT,
        /** As if it did not know the client. */
        LIKE_AN_UNKNOWN_CLIENT,
        /** In words of its own. */
        IN_OTHER_WORDS
    }

    /**
     * What differs from provider to provider.
     *
     * @param grace how long a used token may be used again, in milliseconds
     * @param idleLife how long an unused token lives
     * @param isLifeAnnounced whether the token response says so
     */
    record Rules(
            RefreshTokenReuse reuse,
            long grace,
            RevocationScope scope,
            RefusalForm refusal,
            Optional<Duration> idleLife,
            boolean isLifeAnnounced) {}

    /** The tokens of one consent of a person. */
    static final class Family {
        final int person;
        boolean isEnded;
        boolean isEndedAtProvider;

        Family(int person) {
            this.person = person;
        }
    }

    /** One token. */
    static final class Token {
        final int id;
        final Family family;
        final boolean isRefreshToken;
        long livesUntil = Long.MAX_VALUE;
        /** The end of its life as the token response gives it. */
        Optional<Long> expiresAt = Optional.empty();

        boolean isRevoked;
        long usedAt = -1;
        long firstProcessableAt = -1;
        /** Whether its response was lost, so that no node can know it. */
        boolean isLost;
        /** Whether it was left as the audit log says, since its revocation could have ended a linked grant. */
        boolean isLeft;

        Token(int id, Family family, boolean isRefreshToken) {
            this.id = id;
            this.family = family;
            this.isRefreshToken = isRefreshToken;
        }
    }

    SimulatedProvider(Rules rules, LongSupplier time) {
        this.rules = rules;
        this.reuse = rules.reuse();
        this.grace = rules.grace();
        this.scope = rules.scope();
        this.time = time;
        // Where old tokens stay valid, a revocation by token would have to be sent for each of them.
        this.rotates = reuse != RefreshTokenReuse.SAFE || scope != RevocationScope.TOKEN;
    }

    /** A person consents, and the provider issues a refresh token. */
    Token consent(int person) {
        return issue(new Family(person), true);
    }

    /** A person consents again, and the provider issues no refresh token. */
    Token consentAgain(Family family) {
        return issue(family, false);
    }

    private Token issue(Family family, boolean isRefreshToken) {
        Token token = new Token(tokens.size(), family, isRefreshToken);
        tokens.add(token);
        return withNewLife(token);
    }

    private Token withNewLife(Token token) {
        rules.idleLife().map(life -> time.getAsLong() + life.toMillis()).ifPresent(end -> {
            token.livesUntil = end;
            token.expiresAt = Optional.of(end).filter(it -> rules.isLifeAnnounced());
        });
        return token;
    }

    boolean isValid(Token token) {
        return token.isRefreshToken
                && !token.family.isEnded
                && !token.isRevoked
                && time.getAsLong() < token.livesUntil
                && (reuse == RefreshTokenReuse.SAFE || token.usedAt < 0);
    }

    /**
     * Returns the token that a refresh with {@code token} issues, or {@code token} itself; null for
     * {@link RefreshResult.InvalidGrant}.
     */
    @Nullable
    Token exchange(Token token, long now) {
        if (token.family.isEnded || token.isRevoked || now >= token.livesUntil) {
            return null;
        }
        if (reuse == RefreshTokenReuse.SAFE) {
            return rotates ? issue(token.family, true) : withNewLife(token);
        }
        if (token.usedAt < 0) {
            token.usedAt = now;
            return issue(token.family, true);
        }
        if (reuse == RefreshTokenReuse.KILLS_FAMILY) {
            if (now < token.usedAt + grace) {
                return issue(token.family, true);
            }
            token.family.isEnded = true;
        }
        return null;
    }

    void revoke(Token token) {
        if (scope == RevocationScope.GRANT && !token.family.isEnded) {
            tokens.stream()
                    .map(each -> each.family)
                    .filter(each -> each.person == token.family.person)
                    .forEach(each -> {
                        each.isEnded = true;
                        each.isEndedAtProvider |= each == token.family;
                    });
        }
        token.isRevoked = true;
    }

    /**
     * A person ends a grant at the provider, and with it all other grants where the revocation scope is {@code GRANT}.
     */
    void end(Family family) {
        tokens.stream()
                .map(token -> token.family)
                .filter(each -> each == family || (scope == RevocationScope.GRANT && each.person == family.person))
                .forEach(each -> {
                    each.isEnded = true;
                    each.isEndedAtProvider = true;
                });
    }
}
