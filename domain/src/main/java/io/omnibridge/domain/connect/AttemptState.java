package io.omnibridge.domain.connect;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderAccountId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The state of a connect attempt. */
public sealed interface AttemptState {

    /**
     * Returns until when an attempt in this state is open; empty if it has ended.
     *
     * @param pendingUntil until when it waits for the callback
     */
    default Optional<Instant> openUntil(Instant pendingUntil) {
        return Optional.empty();
    }

    /** The attempt waits for the provider's callback. */
    record Pending() implements AttemptState {
        @Override
        public Optional<Instant> openUntil(Instant pendingUntil) {
            return Optional.of(pendingUntil);
        }
    }

    /**
     * The callback arrived, and the browser received a ticket.
     *
     * @param ticket the hash of the ticket
     * @param until when the authorization code expires
     * @param wrongTickets how many wrong tickets were presented
     */
    record Returned(HashedValue ticket, Instant until, int wrongTickets) implements AttemptState {

        /** The number of wrong tickets at which an attempt fails. */
        public static final int MAX_WRONG_TICKETS = 5;

        public Returned {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(until, "until");
            InvalidValue.unless(wrongTickets >= 0, "must have at least 0 wrong tickets");
        }

        @Override
        public Optional<Instant> openUntil(Instant pendingUntil) {
            return Optional.of(until);
        }
    }

    /**
     * A node exchanges the authorization code, or has done so. It is exchanged at most once.
     *
     * @param until when the exchange has certainly ended
     */
    record Exchanging(Instant until) implements AttemptState {
        public Exchanging {
            Objects.requireNonNull(until, "until");
        }

        @Override
        public Optional<Instant> openUntil(Instant pendingUntil) {
            return Optional.of(until);
        }
    }

    /**
     * The account is linked.
     *
     * @param isNew whether the account was not linked before
     */
    record Completed(ProviderAccountId account, boolean isNew) implements AttemptState {
        public Completed {
            Objects.requireNonNull(account, "account");
        }
    }

    /** The attempt ended without a link. */
    record Failed(AttemptFailure reason) implements AttemptState {
        public Failed {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
