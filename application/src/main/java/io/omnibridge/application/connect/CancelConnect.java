package io.omnibridge.application.connect;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/**
 * Cancels a connect attempt whose code is not being exchanged: its verifier, nonce and code are erased, and its state and ticket are of no
 * more use. A code that is never exchanged expires at the provider. Thread-safe.
 */
public final class CancelConnect {

    /** Each lost race means that another request changed this attempt, which can happen only a few times. */
    private static final int MAX_RACES = 16;

    private final ConnectAttempts attempts;
    private final Clock clock;

    public CancelConnect(ConnectAttempts attempts, Clock clock) {
        this.attempts = Objects.requireNonNull(attempts);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Cancels an attempt of the caller.
     *
     * @throws StoreUnavailable if the store did not answer; the attempt may have been cancelled
     */
    public CancelResult cancel(Caller caller, RequestId requestId, AttemptId id) {
        for (int race = 0; race < MAX_RACES; race++) {
            Optional<ConnectAttempt> attempt = attempts.find(caller.user(), id);
            if (attempt.isEmpty()) {
                return CancelResult.NOT_FOUND;
            }
            AuditedAction action = AuditedAction.of(ActionKind.CONNECT, caller, requestId, clock.instant());
            Optional<CancelResult> result = cancel(attempt.get(), action);
            if (result.isPresent()) {
                return result.get();
            }
        }
        throw new StoreUnavailable("the attempt changed " + MAX_RACES + " times while it was being cancelled");
    }

    /** Returns the result; empty if another request changed the attempt meanwhile. */
    private Optional<CancelResult> cancel(ConnectAttempt attempt, AuditedAction action) {
        return switch (attempt.statusAt(action.at())) {
            case PENDING, RETURNED -> end(attempt, action);
            case EXCHANGING -> Optional.of(CancelResult.IN_PROGRESS);
            case COMPLETED -> Optional.of(CancelResult.COMPLETED);
            case FAILED -> Optional.of(ended(attempt, action));
            case EXPIRED -> Optional.of(CancelResult.EXPIRED);
        };
    }

    private Optional<CancelResult> end(ConnectAttempt attempt, AuditedAction action) {
        ConnectAttempt cancelled = attempt.failed(AttemptFailure.CANCELLED);
        return attempts.proceed(cancelled, action.on(cancelled).withOutcome(AuditOutcome.FAILED))
                ? Optional.of(CancelResult.CANCELLED)
                : Optional.empty();
    }

    /** A repeated request, whose first response may have been lost, has the same result. */
    private static CancelResult ended(ConnectAttempt attempt, AuditedAction action) {
        return attempt.failureAt(action.at()).equals(Optional.of(AttemptFailure.CANCELLED))
                ? CancelResult.CANCELLED
                : CancelResult.FAILED;
    }
}
