package io.omnibridge.application.connect;

import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.connect.AttemptFailure;
import java.util.Objects;
import java.util.Set;

/** Result of completing a connect attempt. */
public sealed interface CompleteResult {

    /**
     * The account is linked, by this completion or by an earlier one.
     *
     * @param account its current metadata
     * @param isNew whether the attempt linked an account that was not linked before
     * @param warnings what is wrong with the account
     */
    record Completed(AccountMetadata account, boolean isNew, Set<AttemptWarning> warnings) implements CompleteResult {
        public Completed {
            Objects.requireNonNull(account, "account");
            warnings = Set.copyOf(warnings);
        }

        /** Creates a result without warnings. */
        public Completed(AccountMetadata account, boolean isNew) {
            this(account, isNew, Set.of());
        }
    }

    /** The user has no such attempt, or has unlinked its account since. */
    record NotFound() implements CompleteResult {}

    /** The callback has not arrived yet. */
    record NotReturned() implements CompleteResult {}

    /** Another request is completing the attempt. */
    record InProgress() implements CompleteResult {}

    /**
     * Refused: the ticket is wrong. After {@link io.omnibridge.domain.connect.AttemptState.Returned#MAX_WRONG_TICKETS}
     * the attempt fails.
     */
    record WrongTicket() implements CompleteResult {}

    /** Refused for the moment: too many calls to providers are in flight. The attempt is as it was. */
    record Busy() implements CompleteResult {}

    /** The attempt was not completed in time. */
    record Expired() implements CompleteResult {}

    /** The attempt has failed, in this completion or earlier. */
    record Failed(AttemptFailure reason) implements CompleteResult {
        public Failed {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
