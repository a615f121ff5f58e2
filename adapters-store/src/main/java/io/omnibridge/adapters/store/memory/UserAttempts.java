package io.omnibridge.adapters.store.memory;

import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The attempts of one user. There are few of them, and none of most users. Immutable. */
record UserAttempts(List<ConnectAttempt> all) {

    static final UserAttempts NONE = new UserAttempts(List.of());

    Optional<ConnectAttempt> find(AttemptId id) {
        return all.stream().filter(attempt -> attempt.id().equals(id)).findFirst();
    }

    long pendingAt(Instant time) {
        return all.stream()
                .filter(attempt -> attempt.state() instanceof AttemptState.Pending
                        && attempt.expiresAt().isAfter(time))
                .count();
    }

    long begunAfter(Instant time) {
        return all.stream().filter(attempt -> attempt.begunAt().isAfter(time)).count();
    }

    /** These with the attempt, where the one of the same id was if there was one. */
    UserAttempts with(ConnectAttempt attempt) {
        return new UserAttempts(
                Stream.concat(others(attempt.id()), Stream.of(attempt)).toList());
    }

    UserAttempts without(AttemptId id) {
        return new UserAttempts(others(id).toList());
    }

    private Stream<ConnectAttempt> others(AttemptId id) {
        return all.stream().filter(attempt -> !attempt.id().equals(id));
    }
}
