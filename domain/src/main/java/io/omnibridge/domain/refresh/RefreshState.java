package io.omnibridge.domain.refresh;

import io.omnibridge.domain.InvalidValue;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * The refresh state of an account's credentials. It is part of the account's row, and every change is one conditional
 * write that names the state that it replaces. Times are the store's, in milliseconds.
 */
public sealed interface RefreshState {

    /** The state of a new link: no call is running, and none has failed. */
    RefreshState READY = new Idle(Instant.EPOCH, 0);

    /**
     * No call is running, and the last outcome is known.
     *
     * @param notBefore when the next call may begin
     * @param failures how many calls in a row failed; it determines the back-off
     * @param refusals how many of them the provider refused
     */
    record Idle(Instant notBefore, int failures, Refusals refusals) implements RefreshState {
        public Idle {
            Objects.requireNonNull(notBefore, "notBefore");
            Objects.requireNonNull(refusals, "refusals");
            InvalidValue.unless(failures >= 0, "must have at least 0 failures");
        }

        /** Creates a state without refusals. */
        public Idle(Instant notBefore, int failures) {
            this(notBefore, failures, Refusals.NONE);
        }
    }

    /**
     * One node has claimed the call of the provider and may be making it. No other node may call.
     *
     * @param unknown the state before the claim if that was {@link Unknown}; empty if it was {@link Idle}
     * @param firstSentAt when the refresh token was first sent, this call included
     * @param deadline when the call has certainly ended
     * @param failures as in the state before the claim
     * @param refusals as in the state before the claim
     */
    record Calling(Optional<Unknown> unknown, Instant firstSentAt, Instant deadline, int failures, Refusals refusals)
            implements RefreshState {
        public Calling {
            Objects.requireNonNull(refusals, "refusals");
            Objects.requireNonNull(unknown, "unknown");
            Objects.requireNonNull(firstSentAt, "firstSentAt");
            Objects.requireNonNull(deadline, "deadline");
            InvalidValue.unless(failures >= 0, "must have at least 0 failures");
        }

        /** Creates a state without refusals. */
        public Calling(Optional<Unknown> unknown, Instant firstSentAt, Instant deadline, int failures) {
            this(unknown, firstSentAt, deadline, failures, Refusals.NONE);
        }
    }

    /**
     * The refresh token was sent, and the outcome is unknown: the provider may have replaced it.
     *
     * @param since when the first unknown outcome was recorded
     * @param firstSentAt when the token was first sent
     * @param notBefore when it may be sent again
     * @param failures as in {@link Idle}
     * @param refusals as in {@link Idle}
     */
    record Unknown(Instant since, Instant firstSentAt, Instant notBefore, int failures, Refusals refusals)
            implements RefreshState {
        public Unknown {
            Objects.requireNonNull(refusals, "refusals");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(firstSentAt, "firstSentAt");
            Objects.requireNonNull(notBefore, "notBefore");
            InvalidValue.unless(failures >= 0, "must have at least 0 failures");
        }

        /** Creates a state without refusals. */
        public Unknown(Instant since, Instant firstSentAt, Instant notBefore, int failures) {
            this(since, firstSentAt, notBefore, failures, Refusals.NONE);
        }
    }

    /** The user has to connect the account again. Only a re-link, or a late response, leads to another state. */
    record Ended(RefreshEndReason reason, Instant since) implements RefreshState {
        public Ended {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(since, "since");
        }
    }
}
