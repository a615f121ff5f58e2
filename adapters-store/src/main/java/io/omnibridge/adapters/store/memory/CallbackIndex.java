package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Index of connect attempts by the hash of their {@code state} parameter, and by age. Thread-safe. */
final class CallbackIndex {

    private final Map<HashedValue, Entry> byState = new ConcurrentHashMap<>();
    private final Queue<Entry> oldestFirst = new ConcurrentLinkedQueue<>();

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
        oldestFirst.add(entry);
    }

    void remove(ConnectAttempt attempt) {
        byState.remove(attempt.oauthState());
    }

    /** Removes every attempt that began before {@code time}, and passes it to {@code removed}. */
    void removeOutdated(Instant time, Consumer<Entry> removed) {
        Entry oldest = oldestFirst.peek();
        while (oldest != null && oldest.begunAt().isBefore(time)) {
            if (oldestFirst.remove(oldest)) {
                byState.remove(oldest.oauthState(), oldest);
                removed.accept(oldest);
            }
            oldest = oldestFirst.peek();
        }
    }
}
