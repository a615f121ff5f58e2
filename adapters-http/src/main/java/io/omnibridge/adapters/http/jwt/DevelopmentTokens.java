package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/** Signer of tokens that a verifier with the same policy and key accepts, for development and tests. Thread-safe. */
public final class DevelopmentTokens {

    private final JwtPolicy policy;
    private final HmacKey key;
    private final Clock clock;

    public DevelopmentTokens(JwtPolicy policy, HmacKey key, Clock clock) {
        this.policy = Objects.requireNonNull(policy);
        this.key = Objects.requireNonNull(key);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Signs a token for {@code user} that is valid from now for {@code timeToLive}, in whole seconds.
     *
     * @param scopes the scopes of the token (RFC 8693 §4.2); without any, the token has no scope claim
     */
    public String sign(UserId user, Scopes scopes, Duration timeToLive) {
        Instant now = clock.instant();
        JWTCreator.Builder token = JWT.create()
                .withHeader(Map.of("typ", policy.requireAtJwt() ? "at+jwt" : "JWT"))
                .withIssuer(policy.issuer())
                .withAudience(policy.audience())
                .withClaim(policy.userClaim(), user.value())
                .withIssuedAt(now)
                .withExpiresAt(now.plus(timeToLive));
        if (!scopes.values().isEmpty()) {
            token.withClaim("scope", String.join(" ", scopes.values()));
        }
        return token.sign(key.algorithm());
    }
}
