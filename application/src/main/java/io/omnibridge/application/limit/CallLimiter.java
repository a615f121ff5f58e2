package io.omnibridge.application.limit;

import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Limiter of the calls to providers that requests wait for on this node, so that neither a user nor a provider that does not respond
 * can occupy the threads of all. A caller is refused at once, or waits for its place without occupying a thread; those who wait
 * enter in their order, except where their own user's or provider's places are taken. Thread-safe.
 */
public final class CallLimiter {

    private static final String ALL = "all";

    private final CallLimits limits;
    private final Map<Object, Integer> inFlight = new HashMap<>();
    private final Map<ProviderId, Deque<Waiting>> waiting = new LinkedHashMap<>();

    public CallLimiter(CallLimits limits) {
        this.limits = limits;
    }

    /** What calls are counted by, and how many there may be. */
    private record Counted(Object key, int max) {}

    private record UserAtProvider(UserId user, ProviderId provider) {}

    private record Waiting(UserId user, ProviderId provider, CompletableFuture<CallPermit> place) {}

    /** Returns the permit for one call, which the caller closes when the call has ended; empty if too many are in flight. */
    public synchronized Optional<CallPermit> tryEnter(UserId user, ProviderId provider) {
        List<Counted> counted = counted(user, provider);
        if (counted.stream().anyMatch(this::isFull)) {
            return Optional.empty();
        }
        counted.forEach(it -> inFlight.merge(it.key(), 1, Integer::sum));
        return Optional.of(new CallPermit(() -> leave(counted)));
    }

    /**
     * Waits for the permit for one call, which the caller closes when the call has ended. A caller that no longer wants it completes
     * the future itself.
     */
    public CompletableFuture<CallPermit> enter(UserId user, ProviderId provider) {
        CompletableFuture<CallPermit> place = new CompletableFuture<>();
        synchronized (this) {
            Optional<CallPermit> permit = tryEnter(user, provider);
            if (permit.isPresent()) {
                return CompletableFuture.completedFuture(permit.get());
            }
            waiting.computeIfAbsent(provider, it -> new ArrayDeque<>()).add(new Waiting(user, provider, place));
        }
        return place;
    }

    private List<Counted> counted(UserId user, ProviderId provider) {
        return List.of(
                new Counted(new UserAtProvider(user, provider), limits.perUserAndProvider()),
                new Counted(user, limits.perUser()),
                new Counted(provider, limits.perProvider()),
                new Counted(ALL, limits.total()));
    }

    private boolean isFull(Counted counted) {
        return inFlight.getOrDefault(counted.key(), 0) >= counted.max();
    }

    private void leave(List<Counted> counted) {
        Map<Waiting, CallPermit> admitted = new LinkedHashMap<>();
        synchronized (this) {
            counted.forEach(
                    it -> inFlight.computeIfPresent(it.key(), (key, number) -> number == 1 ? null : number - 1));
            waiting.values().forEach(queue -> admit(queue, admitted));
            waiting.values().removeIf(Deque::isEmpty);
        }
        admitted.forEach((next, permit) -> {
            if (!next.place().complete(permit)) {
                permit.close();
            }
        });
    }

    private void admit(Deque<Waiting> queue, Map<Waiting, CallPermit> admitted) {
        Iterator<Waiting> all = queue.iterator();
        while (all.hasNext()) {
            Waiting next = all.next();
            if (next.place().isDone()) {
                all.remove();
            } else if (isFull(new Counted(next.provider(), limits.perProvider()))
                    || isFull(new Counted(ALL, limits.total()))) {
                return;
            } else {
                tryEnter(next.user(), next.provider()).ifPresent(permit -> {
                    all.remove();
                    admitted.put(next, permit);
                });
            }
        }
    }
}
