package io.omnibridge.adapters.http.jwt;

import java.time.Clock;

/** The ways to verify a token: with a shared secret, or with the keys that an issuer publishes. */
public final class Verifiers {

    /** Some 500 bytes each. */
    private static final int REMEMBERED_TOKENS = 20_000;

    private Verifiers() {}

    /** Accepts HS256 with this key, and no other algorithm. */
    public static TokenVerifier hmac(JwtPolicy policy, HmacKey key, Clock clock) {
        return remembering(policy, new HmacKeySource(key), clock);
    }

    /** Accepts RS256/384/512 and ES256/384/512 with the keys that are published, which the caller closes in the end. */
    public static TokenVerifier jwks(JwtPolicy policy, JwksKeys keys, Clock clock) {
        return remembering(policy, keys, clock);
    }

    private static TokenVerifier remembering(JwtPolicy policy, KeySource keys, Clock clock) {
        TokenChecks checks = new TokenChecks(policy, keys, clock);
        return new CachingVerifier(checks, keys, clock, REMEMBERED_TOKENS);
    }
}
