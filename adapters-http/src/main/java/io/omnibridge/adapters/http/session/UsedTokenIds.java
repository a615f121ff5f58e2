package io.omnibridge.adapters.http.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ids of the logout tokens that this node accepted, until they expire (OpenID Connect Back-Channel Logout 1.0 §2.6, step 8). It keeps the
 * last 10,000: only the issuer can add one. Thread-safe.
 */
public final class UsedTokenIds {

    private static final int MAX_IDS = 10_000;

    private final Clock clock;
    private final Map<String, Instant> expiries = new LinkedHashMap<>();

    public UsedTokenIds(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean contains(String id) {
        removeExpired();
        return expiries.containsKey(id);
    }

    synchronized void add(String id, Instant expiry) {
        removeExpired();
        Iterator<String> oldest = expiries.keySet().iterator();
        if (expiries.size() >= MAX_IDS && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        expiries.put(id, expiry);
    }

    private void removeExpired() {
        Instant now = clock.instant();
        expiries.values().removeIf(expiry -> !now.isBefore(expiry));
    }
}
