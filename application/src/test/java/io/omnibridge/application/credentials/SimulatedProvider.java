package io.omnibridge.application.credentials;

import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulated provider: what it does with refresh tokens, and which of them are valid. */
final class SimulatedProvider {

    final RefreshTokenReuse reuse;
    final long grace;
    final RevocationScope scope;
    final boolean rotates;
    final List<Token> tokens = new ArrayList<>();

    /** The tokens of one consent of the user. */
    static final class Family {
        boolean isEnded;
        boolean isEndedAtProvider;
    }

    /** One refresh token. */
    static final class Token {
        final int id;
        final Family family;
        boolean isRevoked;
        long usedAt = -1;
        long firstProcessableAt = -1;
        /** Whether its response was lost, so that no node can know it. */
        boolean isLost;

        Token(int id, Family family) {
            this.id = id;
            this.family = family;
        }
    }

    SimulatedProvider(RefreshTokenReuse reuse, long grace, RevocationScope scope) {
        this.reuse = reuse;
        this.grace = grace;
        this.scope = scope;
        // Where old tokens stay valid, a revocation by token would have to be sent for each of them.
        this.rotates = reuse != RefreshTokenReuse.SAFE || scope != RevocationScope.TOKEN;
    }

    Token consent() {
        return issue(new Family());
    }

    private Token issue(Family family) {
        Token token = new Token(tokens.size(), family);
        tokens.add(token);
        return token;
    }

    boolean isValid(Token token) {
        return !token.family.isEnded && !token.isRevoked && (reuse == RefreshTokenReuse.SAFE || token.usedAt < 0);
    }

    /**
     * Returns the token that a refresh with {@code token} issues, or {@code token} itself; null for
     * {@link RefreshResult.InvalidGrant}.
     */
    @Nullable
    Token exchange(Token token, long now) {
        if (token.family.isEnded || token.isRevoked) {
            return null;
        }
        if (reuse == RefreshTokenReuse.SAFE) {
            return rotates ? issue(token.family) : token;
        }
        if (token.usedAt < 0) {
            token.usedAt = now;
            return issue(token.family);
        }
        if (reuse == RefreshTokenReuse.KILLS_FAMILY) {
            if (now < token.usedAt + grace) {
                return issue(token.family);
            }
            token.family.isEnded = true;
        }
        return null;
    }

    void revoke(Token token) {
        if (scope == RevocationScope.GRANT && !token.family.isEnded) {
            tokens.forEach(each -> each.family.isEnded = true);
            tokens.forEach(each -> each.family.isEndedAtProvider |= each.family == token.family);
        }
        token.isRevoked = true;
    }

    /**
     * The user ends a grant at the provider, and with it all other grants where the revocation scope is {@code GRANT}.
     */
    void end(Family family) {
        tokens.stream()
                .map(token -> token.family)
                .filter(each -> each == family || scope == RevocationScope.GRANT)
                .forEach(each -> {
                    each.isEnded = true;
                    each.isEndedAtProvider = true;
                });
    }
}
