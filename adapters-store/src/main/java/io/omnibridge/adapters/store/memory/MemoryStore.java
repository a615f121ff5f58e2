package io.omnibridge.adapters.store.memory;

import io.omnibridge.adapters.store.auditlog.ChainedPage;
import io.omnibridge.adapters.store.auditlog.EventChain;
import io.omnibridge.adapters.store.metrics.StoreMetrics;
import io.omnibridge.adapters.store.scan.UserRowsScan;
import io.omnibridge.adapters.store.spi.AttemptChange;
import io.omnibridge.adapters.store.spi.RowChanges;
import io.omnibridge.adapters.store.spi.UserRows;
import io.omnibridge.adapters.store.spi.UserRowsStore;
import io.omnibridge.adapters.store.spi.UserScan;
import io.omnibridge.adapters.store.spi.UserWrite;
import io.omnibridge.adapters.store.vault.VaultGate;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.StoreHealth;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Store in the memory of this process: a map from each user to immutable rows, which a change replaces. Readers never wait; a
 * writer tries again if another one replaced the rows of the same user first. Nothing outlives the process, so its audit logs are
 * {@link EventChain#UNCHAINED}, and it keeps the newest 1,000 events and the newest 1,000 receipts of each user. Thread-safe; never unavailable.
 */
public final class MemoryStore extends UserRowsStore implements StoreHealth {

    /** What a user does must not fill the heap. */
    private static final int MAX_EVENTS = 1_000;

    /** Uses are many, and have a place of their own: they remove no event of a change. */
    private static final int MAX_RECEIPTS = 1_000;

    /** More unrecorded changes than any user ever has. */
    private static final long COUNTERS_APART = 1L << 32;

    private final ConcurrentMap<UserId, UserRows> users = new ConcurrentHashMap<>();
    private final CallbackIndex callbacks = new CallbackIndex();
    private final AtomicLong usersCreated = new AtomicLong();

    /** @param clock the store's time, which refreshes are decided on */
    public MemoryStore(Clock clock) {
        super(clock, MAX_RECEIPTS);
    }

    /** Returns the ports to this store. */
    public VaultPorts ports() {
        return VaultPorts.over(this, EventChain.UNCHAINED);
    }

    /** Returns the ports to this store whose calls are measured. */
    public VaultPorts ports(StoreMetrics metrics) {
        return VaultPorts.over(new VaultGate(this), EventChain.UNCHAINED, metrics);
    }

    /** Adds an attempt to the index before it is there: until then the index leads to nothing. */
    @Override
    public boolean apply(UserWrite write) {
        if (!(write.changes().attempt().orElse(null) instanceof AttemptChange.Begin begin)) {
            return applyAndTrim(write);
        }
        callbacks.removeOutdated(begin.outdatedBefore(), this::removeAttempt);
        callbacks.add(begin.attempt());
        boolean begun = applyAndTrim(write);
        if (!begun) {
            callbacks.remove(begin.attempt());
        }
        return begun;
    }

    @Override
    public Optional<ConnectAttempt> findAttempt(HashedValue oauthState) {
        return callbacks.find(oauthState).flatMap(entry -> findAttempt(entry.owner(), entry.id()));
    }

    @Override
    public ChainedPage auditPage(UserId user, long before, int limit) {
        UserRows rows = read(user).orElse(UserRows.EMPTY);
        return new ChainedPage(Optional.empty(), rows.newestEvents(before, limit), rows.oldestPosition());
    }

    @Override
    protected UserRows removeRows(UserId user) {
        UserRows erased = Optional.ofNullable(users.remove(user)).orElse(UserRows.EMPTY);
        erased.attempts().values().forEach(callbacks::remove);
        return erased;
    }

    @Override
    public UserScan scan() {
        return new UserRowsScan(() -> users.keySet().stream(), this::read);
    }

    /** Returns the number of attempts in the index of callbacks. */
    int indexedAttempts() {
        return callbacks.size();
    }

    @Override
    public void check() {
        // What is in this process can always be reached.
    }

    /** Keeps nothing about a user who has no rows. */
    @Override
    protected Optional<UserRows> read(UserId user) {
        return Optional.ofNullable(users.get(user));
    }

    @Override
    protected boolean change(UserId user, Function<UserRows, Optional<UserRows>> change) {
        while (true) {
            UserRows former = users.get(user);
            Optional<UserRows> changed = change.apply(former == null ? UserRows.EMPTY : former);
            if (changed.isEmpty() || isReplaced(user, former, changed.get())) {
                return changed.isPresent();
            }
        }
    }

    /** Without MACs, the counter alone tells a user who was erased and came back from the former one: no user starts where another did. */
    private boolean isReplaced(UserId user, @Nullable UserRows former, UserRows next) {
        return former == null
                ? users.putIfAbsent(user, next.withUnrecordedChanges(usersCreated.incrementAndGet() * COUNTERS_APART))
                        == null
                : users.replace(user, former, next);
    }

    private boolean applyAndTrim(UserWrite write) {
        return change(
                write.user(),
                rows -> RowChanges.apply(write, rows).map(changed -> RowChanges.keepNewestEvents(MAX_EVENTS, changed)));
    }

    private void removeAttempt(IndexedAttempt entry) {
        change(
                entry.owner(),
                rows -> Optional.of(rows)
                        .filter(found -> found.attempts().containsKey(entry.id()))
                        .map(found -> RowChanges.removeAttempt(entry.id(), found)));
    }
}
