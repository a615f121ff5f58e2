package io.omnibridge.domain.connect;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderAccountId;
import java.time.Instant;
import java.util.Objects;

/** How far an attempt has come. */
public sealed interface AttemptState {

    /** The browser is on its way. */
    record Pending() implements AttemptState {}

    /**
     * The browser came back, and was given a ticket.
     *
     * @param ticket what is kept of it
     * @param until when the code is too old to be used
     * @param wrongTickets how many were shown that are not the one
     */
    record Returned(HashedValue ticket, Instant until, int wrongTickets) implements AttemptState {

        /** So many wrong tickets end an attempt. */
        public static final int MAX_WRONG_TICKETS = 5;

        public Returned {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(until, "until");
            InvalidValue.unless(wrongTickets >= 0, "must have at least 0 wrong tickets");
        }
    }

    /**
     * The code is being exchanged, or was: once, ever.
     *
     * @param until when the exchange has ended, whatever became of it
     */
    record Exchanging(Instant until) implements AttemptState {
        public Exchanging {
            Objects.requireNonNull(until, "until");
        }
    }

    /**
     * The account is linked.
     *
     * @param anew whether it was not linked before
     */
    record Completed(ProviderAccountId account, boolean anew) implements AttemptState {
        public Completed {
            Objects.requireNonNull(account, "account");
        }
    }

    /** It came to nothing. */
    record Failed(AttemptFailure reason) implements AttemptState {
        public Failed {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
