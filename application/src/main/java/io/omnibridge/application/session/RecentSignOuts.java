package io.omnibridge.application.session;

import io.omnibridge.application.port.SignOuts;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/**
 * Sign-outs as one node knows them: it asks the store about a user at most once in {@link #MAX_AGE}, for any number of requests. A
 * sign-out through this object counts at once; one through another node, within {@link #MAX_AGE}. Thread-safe: users share no lock, and the
 * threads of one user wait for the first of them to ask.
 */
public final class RecentSignOuts implements SignOuts {

    /** A sign-out through another node counts after this time at the latest. */
    public static final Duration MAX_AGE = Duration.ofSeconds(5);

    /** Maximum number of cached users. Each takes about 200 bytes. */
    static final int MAX_USERS = 50_000;

    /** Where all cached users are recent, one in this many is evicted. The store is asked again when that user is needed. */
    private static final int EVICTED_FRACTION = 8;

    private final ConcurrentMap<UserId, SignOutLookup> lookups = new ConcurrentHashMap<>();
    private final SignOuts signOuts;
    private final LongSupplier nanoTime;

    /** @param nanoTime the process's monotonic clock, in nanoseconds */
    public RecentSignOuts(SignOuts signOuts, LongSupplier nanoTime) {
        this.signOuts = Objects.requireNonNull(signOuts);
        this.nanoTime = Objects.requireNonNull(nanoTime);
    }

    /** Returns the last sign-out, as the store knew it at most {@link #MAX_AGE} ago. */
    @Override
    public Optional<Instant> lastOf(UserId user) {
        long now = nanoTime.getAsLong();
        SignOutLookup known = lookups.get(user);
        return known != null && known.isRecentAt(now) ? known.result() : ask(user, now);
    }

    /** A lookup that is under way is not used by later requests, because it may not see the sign-out. */
    @Override
    public void signOut(UserId user, AuditedAction action) {
        try {
            signOuts.signOut(user, action);
        } finally {
            lookups.remove(user);
        }
    }

    @Override
    public void removeForgotten() {
        signOuts.removeForgotten();
    }

    /** Returns how many users are cached. */
    int size() {
        return lookups.size();
    }

    private Optional<Instant> ask(UserId user, long now) {
        makeRoom(now);
        SignOutLookup mine = new SignOutLookup(now);
        SignOutLookup current =
                lookups.compute(user, (id, known) -> known != null && known.isRecentAt(now) ? known : mine);
        if (current == mine) {
            complete(user, mine);
        }
        return current.result();
    }

    private void complete(UserId user, SignOutLookup mine) {
        try {
            mine.complete(signOuts.lastOf(user));
        } catch (StoreUnavailable e) {
            lookups.remove(user, mine);
            mine.fail(e);
        } catch (RuntimeException | Error e) {
            lookups.remove(user, mine);
            mine.fail(new StoreUnavailable("the last sign-out cannot be read"));
            throw e;
        }
    }

    private void makeRoom(long now) {
        if (lookups.size() < MAX_USERS) {
            return;
        }
        lookups.values().removeIf(lookup -> !lookup.isRecentAt(now));
        Iterator<UserId> arbitrary = lookups.keySet().iterator();
        for (int over = lookups.size() - MAX_USERS + MAX_USERS / EVICTED_FRACTION;
                over > 0 && arbitrary.hasNext();
                over--) {
            arbitrary.next();
            arbitrary.remove();
        }
    }
}
