package io.omnibridge.adapters.http.jwt;

import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Cache of the tokens that one key set verified, by their digests; it never contains a token. While the cache is less than half
 * full, a token enters at once; from then on, when it is seen a second time. So tokens that are used once evict no others, and
 * leave nothing to the garbage collector. Thread-safe, without a shared lock.
 */
final class VerifiedTokenCache {

    /** If the cache is full and nothing has expired, one entry in so many is evicted. */
    private static final int EVICTED_FRACTION = 8;

    private final Map<String, VerifiedToken> tokens = new ConcurrentHashMap<>();
    private final Doorkeeper doorkeeper = new Doorkeeper();
    private final KeySet keys;
    private final int capacity;

    /** @param capacity maximum number of entries; threads that add at the same moment may exceed it by one each */
    VerifiedTokenCache(KeySet keys, int capacity) {
        this.keys = keys;
        this.capacity = capacity;
    }

    KeySet keys() {
        return keys;
    }

    /**
     * Returns a token that was verified before, or empty. Removes the entry if the token has expired.
     *
     * @throws InvalidToken if it is cached and {@code now} is not within its validity period
     */
    Optional<VerifiedToken> get(String digest, Instant now) {
        VerifiedToken cached = tokens.get(digest);
        if (cached == null) {
            return Optional.empty();
        }
        if (cached.expiredAt(now)) {
            tokens.remove(digest);
        }
        cached.requireValidAt(now);
        return Optional.of(cached);
    }

    /** Adds a token, if the doorkeeper admits it. */
    void put(String digest, VerifiedToken verified, Instant now) {
        if (tokens.size() >= capacity / 2 && !doorkeeper.seenBefore(digest)) {
            return;
        }
        if (tokens.size() >= capacity) {
            evict(now);
        }
        tokens.put(digest, verified);
    }

    int size() {
        return tokens.size();
    }

    private void evict(Instant now) {
        tokens.values().removeIf(token -> token.expiredAt(now));
        Iterator<String> arbitrary = tokens.keySet().iterator();
        for (int over = tokens.size() - capacity + capacity / EVICTED_FRACTION;
                over >= 0 && arbitrary.hasNext();
                over--) {
            arbitrary.next();
            arbitrary.remove();
        }
    }
}
