package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.ReconnectReason;
import java.time.Duration;
import java.util.Objects;

/** Result of borrowing credentials for a call. */
public sealed interface BorrowResult<T> {

    /** The provider's API accepted the credentials, and the call returned {@code value}. */
    record Lent<T>(T value) implements BorrowResult<T> {}

    /** The account does not exist. */
    record NotFound<T>() implements BorrowResult<T> {}

    /** The user has to connect the account again. */
    record NeedsReconnect<T>(ReconnectReason reason) implements BorrowResult<T> {
        public NeedsReconnect {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /**
     * No usable credentials now; the account itself is not at fault.
     *
     * @param retryAfter how long the caller should wait before it asks again
     */
    record Unavailable<T>(Duration retryAfter) implements BorrowResult<T> {
        public Unavailable {
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }
}
