package io.omnibridge.application.limit;

import io.omnibridge.domain.identity.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Limiter of the requests that wait for several calls at once, such as searches. Each occupies a thread until its deadline, so one
 * user may have a few of them at a time, and all users together fewer than there are threads. It refuses at once. Thread-safe.
 */
public final class UserLimiter {

    /** What one user may have at a time. */
    public static final int DEFAULT_PER_USER = 16;

    /** What all users may have at a time: half of the threads that serve requests. */
    public static final int DEFAULT_TOTAL = 500;

    private final int perUser;
    private final int total;
    private final Map<UserId, Integer> inFlight = new HashMap<>();
    private int all;

    public UserLimiter(int perUser, int total) {
        this.perUser = perUser;
        this.total = total;
    }

    /** Returns the permit for one request, which the caller closes when the request has ended; empty if there are too many. */
    public synchronized Optional<CallPermit> tryEnter(UserId user) {
        int own = inFlight.getOrDefault(user, 0);
        if (own >= perUser || all >= total) {
            return Optional.empty();
        }
        inFlight.put(user, own + 1);
        all++;
        return Optional.of(new CallPermit(() -> leave(user)));
    }

    private synchronized void leave(UserId user) {
        inFlight.computeIfPresent(user, (key, number) -> number == 1 ? null : number - 1);
        all--;
    }
}
