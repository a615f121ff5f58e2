package io.omnibridge.application.observation;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.AttemptStatus;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;

/**
 * Finds the attempts that this node began and that ended by time alone: nothing is written then, so nothing else could report it.
 * It watches at most 5,000 attempts at a time, in memory; others are not counted. Thread-safe.
 */
public final class LapsedAttempts {

    private static final int MAX_WATCHED = 5_000;

    /** The longest time from the expiry of a pending attempt to the end of one that a browser and a client continued late. */
    private static final Duration MAX_TIME_TO_END = Duration.ofMinutes(3);

    private final ConnectAttempts attempts;
    private final CredentialEvents events;
    private final Clock clock;
    private final Deque<Watched> watched = new LinkedBlockingDeque<>(MAX_WATCHED);

    public LapsedAttempts(ConnectAttempts attempts, CredentialEvents events, Clock clock) {
        this.attempts = Objects.requireNonNull(attempts);
        this.events = Objects.requireNonNull(events);
        this.clock = Objects.requireNonNull(clock);
    }

    private record Watched(UserId owner, AttemptId id, Instant ended) {}

    void watch(ConnectAttempt attempt) {
        watched.offerLast(
                new Watched(attempt.owner(), attempt.id(), attempt.expiresAt().plus(MAX_TIME_TO_END)));
    }

    /**
     * Reports the attempts that lapsed since the last call.
     *
     * @throws StoreUnavailable if the store did not answer; the next call goes on
     */
    public void report() {
        Instant now = clock.instant();
        for (Watched next = watched.pollFirst(); next != null; next = watched.pollFirst()) {
            if (now.isBefore(next.ended())) {
                watched.offerFirst(next);
                return;
            }
            find(next).ifPresent(attempt -> report(attempt, now));
        }
    }

    private Optional<ConnectAttempt> find(Watched ended) {
        try {
            return attempts.find(ended.owner(), ended.id());
        } catch (StoreUnavailable e) {
            watched.offerFirst(ended);
            throw e;
        }
    }

    private void report(ConnectAttempt attempt, Instant now) {
        if (attempt.statusAt(now) == AttemptStatus.EXPIRED) {
            events.attempt(attempt.provider(), AttemptStep.LAPSED);
        } else if (attempt.state() instanceof AttemptState.Exchanging) {
            events.attemptFailed(attempt.provider(), attempt.id(), AttemptFailure.EXCHANGE_UNKNOWN);
        }
    }
}
