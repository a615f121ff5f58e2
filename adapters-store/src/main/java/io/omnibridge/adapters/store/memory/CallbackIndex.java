package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
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

    private static final Comparator<IndexedAttempt> OLDEST_FIRST = Comparator.comparing(IndexedAttempt::begunAt)
            .thenComparing(entry -> entry.oauthState().sha256());

    private final Map<HashedValue, IndexedAttempt> byState = new ConcurrentHashMap<>();
    private final NavigableSet<IndexedAttempt> byAge = new ConcurrentSkipListSet<>(OLDEST_FIRST);

    Optional<IndexedAttempt> find(HashedValue oauthState) {
        return Optional.ofNullable(byState.get(oauthState));
    }

    void add(ConnectAttempt attempt) {
        IndexedAttempt entry = IndexedAttempt.of(attempt);
        byState.put(entry.oauthState(), entry);
        byAge.add(entry);
    }

    void remove(ConnectAttempt attempt) {
        remove(IndexedAttempt.of(attempt));
    }

    /** Removes every attempt that began before {@code time}, and passes it to {@code removed}. */
    void removeOutdated(Instant time, Consumer<IndexedAttempt> removed) {
        for (IndexedAttempt entry : byAge) {
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

    private boolean remove(IndexedAttempt entry) {
        byState.remove(entry.oauthState(), entry);
        return byAge.remove(entry);
    }
}
