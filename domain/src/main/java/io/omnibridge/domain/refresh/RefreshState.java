package io.omnibridge.domain.refresh;

import io.omnibridge.domain.InvalidValue;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the refresh of an account's credentials stands. It is part of the account's row: every step is one conditional write
 * that names the state which it leaves. Times are the store's, in milliseconds.
 */
public sealed interface RefreshState {

    /** Nothing is under way, and nothing was ever in doubt. */
    RefreshState READY = new Idle(Instant.EPOCH, 0);

    /**
     * Nothing is under way.
     *
     * @param notBefore before which no refresh begins
     * @param failures how many calls in a row came to nothing, which is what the back-off grows with
     */
    record Idle(Instant notBefore, int failures) implements RefreshState {
        public Idle {
            Objects.requireNonNull(notBefore, "notBefore");
            InvalidValue.unless(failures >= 0, "must have at least 0 failures");
        }
    }

    /**
     * One node calls the provider, or was about to: whoever made this claim, and nobody else.
     *
     * @param unknown what was in doubt before; empty when the claim came from {@link Idle}
     * @param firstSentAt when the refresh token was first sent, this call included
     * @param deadline after which the call has ended, whatever became of it
     * @param failures as in the state that it came from
     */
    record Calling(Optional<Unknown> unknown, Instant firstSentAt, Instant deadline, int failures)
            implements RefreshState {
        public Calling {
            Objects.requireNonNull(unknown, "unknown");
            Objects.requireNonNull(firstSentAt, "firstSentAt");
            Objects.requireNonNull(deadline, "deadline");
            InvalidValue.unless(failures >= 0, "must have at least 0 failures");
        }
    }

    /**
     * The refresh token was sent and may have been used up; nobody knows.
     *
     * @param since when the doubt began
     * @param firstSentAt when the token was first sent
     * @param notBefore before which it is not sent again
     * @param failures as in {@link Idle}
     */
    record Unknown(Instant since, Instant firstSentAt, Instant notBefore, int failures) implements RefreshState {
        public Unknown {
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(firstSentAt, "firstSentAt");
            Objects.requireNonNull(notBefore, "notBefore");
            InvalidValue.unless(failures >= 0, "must have at least 0 failures");
        }
    }

    /** The account has to be connected again; only a re-link leads out of this. */
    record Ended(Reason reason, Instant since) implements RefreshState {
        public Ended {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(since, "since");
        }
    }

    /** Why an account has to be connected again. */
    enum Reason {
        /** The provider said that the grant is no more; the credentials were erased. */
        REVOKED,
        /** Nobody knows whether the grant still lives, and asking could end it; the credentials are kept until a re-link. */
        REFRESH_UNKNOWN,
        /** The provider's API refused fresh credentials; they are kept until a re-link. */
        ACCESS_REFUSED
    }
}
