package io.omnibridge.adapters.http.jwt;

import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tokens that one key set verified, by their fingerprints; never the tokens themselves. While half of the room is free,
 * a token is remembered at once; from then on, when it comes again: so tokens that are used once push nobody out, and leave
 * nothing to be collected. Thread-safe, without a shared lock.
 */
final class VerifiedTokenCache {

    /** When there is no room and nothing has expired, one in so many makes room. */
    private static final int EVICTED_PART = 8;

    private final Map<String, VerifiedToken> tokens = new ConcurrentHashMap<>();
    private final Doorkeeper doorkeeper = new Doorkeeper();
    private final KeySet keys;
    private final int capacity;

    /** @param capacity the most that are kept; threads that add at the same moment may exceed it by one each */
    VerifiedTokenCache(KeySet keys, int capacity) {
        this.keys = keys;
        this.capacity = capacity;
    }

    KeySet keys() {
        return keys;
    }

    /**
     * A token that was verified before, or empty. One that has expired is forgotten.
     *
     * @throws InvalidToken if it is known and {@code now} is not within its time
     */
    Optional<VerifiedToken> recall(String digest, Instant now) {
        VerifiedToken known = tokens.get(digest);
        if (known == null) {
            return Optional.empty();
        }
        if (known.expiredAt(now)) {
            tokens.remove(digest);
        }
        known.requireUsableAt(now);
        return Optional.of(known);
    }

    void remember(String digest, VerifiedToken verified, Instant now) {
        if (tokens.size() >= capacity / 2 && !doorkeeper.cameBefore(digest)) {
            return;
        }
        if (tokens.size() >= capacity) {
            makeRoom(now);
        }
        tokens.put(digest, verified);
    }

    int size() {
        return tokens.size();
    }

    private void makeRoom(Instant now) {
        tokens.values().removeIf(token -> token.expiredAt(now));
        Iterator<String> arbitrary = tokens.keySet().iterator();
        for (int over = tokens.size() - capacity + capacity / EVICTED_PART; over >= 0 && arbitrary.hasNext(); over--) {
            arbitrary.next();
            arbitrary.remove();
        }
    }
}
