package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

/** Index of connect attempts by the hash of their {@code state} parameter, and by age. It keeps nothing of a removed attempt. Thread-safe. */
final class CallbackIndex {

    private static final Comparator<Entry> OLDEST_FIRST = Comparator.comparing(Entry::begunAt)
            .thenComparing(entry -> entry.oauthState().sha256());

    private final Map<HashedValue, Entry> byState = new ConcurrentHashMap<>();
    private final NavigableSet<Entry> byAge = new ConcurrentSkipListSet<>(OLDEST_FIRST);

    /** An attempt that is in the index. */
    record Entry(UserId owner, AttemptId id, HashedValue oauthState, Instant begunAt) {

        static Entry of(ConnectAttempt attempt) {
            return new Entry(attempt.owner(), attempt.id(), attempt.oauthState(), attempt.begunAt());
        }
    }

    Optional<Entry> find(HashedValue oauthState) {
        return Optional.ofNullable(byState.get(oauthState));
    }

    void add(ConnectAttempt attempt) {
        Entry entry = Entry.of(attempt);
        byState.put(entry.oauthState(), entry);
        byAge.add(entry);
    }

    void remove(ConnectAttempt attempt) {
        remove(Entry.of(attempt));
    }

    /** Removes every attempt that began before {@code time}, and passes it to {@code removed}. */
    void removeOutdated(Instant time, Consumer<Entry> removed) {
        for (Entry entry : byAge) {
            if (!entry.begunAt().isBefore(time)) {
                return;
            }
            if (remove(entry)) {
                removed.accept(entry);
            }
        }
    }

    /** Returns the number of entries: of the larger part, so that neither can grow unseen. */
    int size() {
        return Math.max(byState.size(), byAge.size());
    }

    private boolean remove(Entry entry) {
        byState.remove(entry.oauthState(), entry);
        return byAge.remove(entry);
    }
}
