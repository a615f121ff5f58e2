package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier.BaseVerification;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import java.security.ProviderException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Verifies signatures (RFC 7515 §5.2) with java-jwt, which also checks issuer, audience and times a second time.
 * Thread-safe.
 */
record SignatureCheck(JwtPolicy policy) {

    /**
     * Returns if one of the keys verifies the signature.
     *
     * @param token a token that passed every other check at {@code now}
     * @throws InvalidToken if none does
     */
    void check(String token, List<Algorithm> keys, Instant now) {
        InvalidToken.unless(keys.stream().anyMatch(key -> isSignedBy(key, token, now)), RefusalReason.SIGNATURE);
    }

    /** Drops the library's message because it may quote the token. */
    private boolean isSignedBy(Algorithm key, String token, Instant now) {
        BaseVerification verification = (BaseVerification) JWT.require(key)
                .withIssuer(policy.issuer())
                .withAnyOfAudience(policy.audiences().toArray(String[]::new))
                .acceptLeeway(policy.leeway().toSeconds());
        try {
            verification.build(Clock.fixed(now, ZoneOffset.UTC)).verify(token);
            return true;
        } catch (JWTVerificationException | ProviderException e) {
            return false;
        }
    }
}
