package io.omnibridge.application.connect;

import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.connect.AttemptFailure;
import java.util.Objects;

/** How the completion of an attempt ended. */
public sealed interface CompleteResult {

    /**
     * The account is linked, now or since an earlier completion.
     *
     * @param account as it is now
     * @param isNew whether the attempt linked an account that was not linked before
     */
    record Completed(AccountMetadata account, boolean isNew) implements CompleteResult {
        public Completed {
            Objects.requireNonNull(account, "account");
        }
    }

    /** The user has no such attempt, or has unlinked by now what it linked. */
    record NotFound() implements CompleteResult {}

    /** The browser has not come back from the provider. */
    record NotReturned() implements CompleteResult {}

    /** Another completion of the attempt is under way. */
    record InProgress() implements CompleteResult {}

    /** Refused: the ticket is not the one. A few more like that end the attempt. */
    record WrongTicket() implements CompleteResult {}

    /** Nobody finished the attempt in time. */
    record Expired() implements CompleteResult {}

    /** The attempt has failed, now or before. */
    record Failed(AttemptFailure reason) implements CompleteResult {
        public Failed {
            Objects.requireNonNull(reason, "reason");
        }
    }
}
