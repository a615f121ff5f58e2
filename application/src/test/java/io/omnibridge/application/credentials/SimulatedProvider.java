package io.omnibridge.application.credentials;

import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a provider really does with refresh tokens, and what it alone knows. */
final class SimulatedProvider {

    final RefreshTokenReuse reuse;
    final long grace;
    final RevocationScope scope;
    final boolean rotates;
    final List<Token> tokens = new ArrayList<>();

    /** One consent of the user. */
    static final class Family {
        boolean isEnded;
        boolean isEndedByItself;
    }

    /** One refresh token. */
    static final class Token {
        final int id;
        final Family family;
        boolean isRevoked;
        long usedAt = -1;
        long firstSentInDoubt = -1;
        /** Whether nobody here can know it. */
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
        // Where old tokens live on, giving each back needs a revocation that ends them together.
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

    boolean lives(Token token) {
        return !token.family.isEnded && !token.isRevoked && (reuse == RefreshTokenReuse.SAFE || token.usedAt < 0);
    }

    /** The token that {@code token} is exchanged for, or itself; null for {@link RefreshResult.InvalidGrant}. */
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
            tokens.forEach(each -> each.family.isEndedByItself |= each.family == token.family);
        }
        token.isRevoked = true;
    }

    /** The user ends a grant at the provider, and with it all others, where a person has only one. */
    void end(Family family) {
        tokens.stream()
                .map(token -> token.family)
                .filter(each -> each == family || scope == RevocationScope.GRANT)
                .forEach(each -> {
                    each.isEnded = true;
                    each.isEndedByItself = true;
                });
    }
}
