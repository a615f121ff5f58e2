package io.omnibridge.application.limit;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Limiter of the calls to providers that requests wait for on this node. It refuses at once and lets nothing wait, so that neither a
 * user nor a provider that does not respond can occupy the threads of all. Thread-safe.
 */
public final class CallLimiter {

    private static final String ALL = "all";

    private final Limits limits;
    private final Map<Object, Integer> inFlight = new HashMap<>();

    public CallLimiter(Limits limits) {
        this.limits = limits;
    }

    /**
     * The maximum numbers of calls in flight.
     *
     * @param perUserAndProvider of one user at one provider
     * @param perUser of one user at all providers
     * @param perProvider of all users at one provider
     * @param total of all users at all providers
     */
    public record Limits(int perUserAndProvider, int perUser, int perProvider, int total) {

        /** One user can occupy a quarter of the total, and so can one provider. */
        public static final Limits DEFAULT = new Limits(8, 64, 64, 256);
    }

    /** What calls are counted by, and how many there may be. */
    private record Counted(Object key, int max) {}

    private record UserAtProvider(UserId user, ProviderId provider) {}

    /** Returns the permit for one call, which the caller closes when the call has ended; empty if too many are in flight. */
    public synchronized Optional<CallPermit> tryEnter(UserId user, ProviderId provider) {
        List<Counted> counted = List.of(
                new Counted(new UserAtProvider(user, provider), limits.perUserAndProvider()),
                new Counted(user, limits.perUser()),
                new Counted(provider, limits.perProvider()),
                new Counted(ALL, limits.total()));
        if (counted.stream().anyMatch(it -> inFlight.getOrDefault(it.key(), 0) >= it.max())) {
            return Optional.empty();
        }
        counted.forEach(it -> inFlight.merge(it.key(), 1, Integer::sum));
        return Optional.of(new CallPermit(() -> leave(counted)));
    }

    private synchronized void leave(List<Counted> counted) {
        counted.forEach(it -> inFlight.computeIfPresent(it.key(), (key, number) -> number == 1 ? null : number - 1));
    }
}
