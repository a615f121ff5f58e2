package io.omnibridge.adapters.http.jwt;

import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Verifies a token, then recognises it by its SHA-256 for as long as the same keys are in force and there is room. Whatever
 * can change is looked at every time: its times, and whether the keys that verified it are still in force (a withdrawn key
 * dies, and so does what it signed). Refusals are not remembered. Thread-safe; users share no lock.
 */
final class CachingVerifier implements TokenVerifier {

    private final TokenChecks checks;
    private final KeySource keys;
    private final Clock clock;
    private final int capacity;
    private volatile VerifiedTokenCache remembered;

    /** @param capacity about how many tokens are remembered */
    CachingVerifier(TokenChecks checks, KeySource keys, Clock clock, int capacity) {
        this.checks = checks;
        this.keys = keys;
        this.clock = clock;
        this.capacity = capacity;
        this.remembered = new VerifiedTokenCache(header -> Optional.empty(), capacity);
    }

    @Override
    public Caller verify(String token) {
        Optional<KeySet> inForce = keys.inForce();
        if (inForce.isEmpty() || token.length() > CompactToken.MAX_LENGTH) {
            return checks.check(token).caller();
        }
        return verify(token, verifiedBy(inForce.get()));
    }

    private Caller verify(String token, VerifiedTokenCache tokens) {
        String digest = TokenDigest.of(token);
        Instant now = clock.instant();
        VerifiedToken verified = tokens.recall(digest, now).orElse(null);
        if (verified == null) {
            verified = checks.check(token);
            tokens.remember(digest, verified, now);
        }
        return verified.caller();
    }

    /**
     * What these keys verified. What was verified by others is forgotten; a token whose check overlaps the change is
     * remembered, if at all, with the keys that were in force before it and are never asked again. Hence the same object, not
     * an equal one: keys that come back after a change are another set.
     */
    @SuppressWarnings("ReferenceEquality")
    private VerifiedTokenCache verifiedBy(KeySet inForce) {
        VerifiedTokenCache current = remembered;
        if (current.keys() != inForce) {
            current = new VerifiedTokenCache(inForce, capacity);
            remembered = current;
        }
        return current;
    }
}
