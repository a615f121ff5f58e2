package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The attempts of one user. There are few of them, and none of most users. Not thread-safe. */
final class UserAttempts {

    private List<ConnectAttempt> attempts = List.of();

    List<ConnectAttempt> all() {
        return attempts;
    }

    Optional<ConnectAttempt> find(AttemptId id) {
        return attempts.stream().filter(attempt -> attempt.id().equals(id)).findFirst();
    }

    long pendingAt(Instant time) {
        return attempts.stream()
                .filter(attempt -> attempt.state() instanceof AttemptState.Pending
                        && attempt.expiresAt().isAfter(time))
                .count();
    }

    long begunAfter(Instant time) {
        return attempts.stream()
                .filter(attempt -> attempt.begunAt().isAfter(time))
                .count();
    }

    /** Adds the attempt, or puts it where the one of the same id was. */
    void put(ConnectAttempt attempt) {
        attempts = Stream.concat(others(attempt.id()), Stream.of(attempt)).toList();
    }

    void remove(AttemptId id) {
        attempts = others(id).toList();
    }

    void clear() {
        attempts = List.of();
    }

    private Stream<ConnectAttempt> others(AttemptId id) {
        return attempts.stream().filter(attempt -> !attempt.id().equals(id));
    }
}
