package io.omnibridge.adapters.store.deadline;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * What the writes of one user share, from the first of them to the last. Nothing is kept of a user without writes. Thread-safe.
 *
 * @param <V> what they share
 */
public final class UserEntries<V> {

    private final int maxWrites;
    private final Function<UserId, V> maker;
    private final ConcurrentMap<UserId, Entry<V>> entries = new ConcurrentHashMap<>();

    /**
     * @param maxWrites how many writes of one user there may be, those that wait among them
     * @param maker makes what the writes of a user share
     */
    public UserEntries(int maxWrites, Function<UserId, V> maker) {
        this.maxWrites = maxWrites;
        this.maker = maker;
    }

    private record Entry<V>(V shared, int writes) {

        Entry<V> with(int more) {
            return new Entry<>(shared, writes + more);
        }
    }

    /**
     * Makes a write with what the writes of its user share.
     *
     * @throws StoreUnavailable if the user has too many writes; then this one was not made
     */
    public <T> T write(UserId user, Function<V, T> write) {
        Entry<V> entered = entries.compute(
                user, (id, former) -> (former == null ? new Entry<>(maker.apply(id), 0) : former).with(1));
        try {
            if (entered.writes() > maxWrites) {
                throw new StoreUnavailable("too many writes of the same user wait");
            }
            return write.apply(entered.shared());
        } finally {
            entries.computeIfPresent(user, (id, last) -> last.writes() == 1 ? null : last.with(-1));
        }
    }

    /** Returns what the writes of the user share; empty if there are none. */
    public Optional<V> find(UserId user) {
        return Optional.ofNullable(entries.get(user)).map(Entry::shared);
    }

    /** Returns the number of users with writes. */
    public int size() {
        return entries.size();
    }
}
