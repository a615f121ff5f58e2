package io.omnibridge.application.use;

import io.omnibridge.domain.account.AccountKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The providers' rate limits that accounts have reached, until they end. What a provider would refuse is refused here, on this node.
 * Thread-safe.
 */
public final class ReachedLimits {

    private static final int MAX_LIMITS = 100_000;

    private record Limit(AccountKey account, String group) {}

    private final Map<Limit, Instant> ends = new ConcurrentHashMap<>();
    private final Clock clock;

    public ReachedLimits(Clock clock) {
        this.clock = Objects.requireNonNull(clock);
    }

    void requireNotReached(AccountKey account, String group) throws RefusedUse {
        Optional<Duration> left = left(account, group);
        if (left.isPresent()) {
            throw new RefusedUse(new UseRefusal.LimitReached(left.get()));
        }
    }

    /** Returns how long the limit goes on; empty if it is not reached. */
    Optional<Duration> left(AccountKey account, String group) {
        Limit limit = new Limit(account, group);
        Instant end = ends.get(limit);
        if (end == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (now.isBefore(end)) {
            return Optional.of(Duration.between(now, end));
        }
        ends.remove(limit, end);
        return Optional.empty();
    }

    void note(AccountKey account, String group, Duration retryAfter) {
        Instant now = clock.instant();
        if (ends.size() >= MAX_LIMITS) {
            ends.values().removeIf(end -> !now.isBefore(end));
        }
        if (ends.size() < MAX_LIMITS) {
            ends.put(new Limit(account, group), now.plus(retryAfter));
        }
    }
}
