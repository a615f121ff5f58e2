package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier.BaseVerification;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import java.security.ProviderException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Verifies signatures (RFC 7515 §5.2) with java-jwt, which also checks issuer, audience and times a second time.
 * Thread-safe.
 */
final class SignatureCheck {

    private final JwtPolicy policy;

    SignatureCheck(JwtPolicy policy) {
        this.policy = policy;
    }

    /**
     * Returns if the key verifies the signature.
     *
     * @param token a token that passed every other check at {@code now}
     * @throws InvalidToken if it does not; the library's message is dropped because it may quote the token
     */
    void check(String token, Algorithm key, Instant now) {
        BaseVerification verification = (BaseVerification) JWT.require(key)
                .withIssuer(policy.issuer())
                .withAudience(policy.audience())
                .acceptLeeway(policy.leeway().toSeconds());
        try {
            verification.build(Clock.fixed(now, ZoneOffset.UTC)).verify(token);
        } catch (JWTVerificationException | ProviderException e) {
            throw new InvalidToken(RefusalReason.SIGNATURE);
        }
    }
}
