package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.ReconnectReason;
import java.time.Duration;
import java.util.Objects;

/** How a borrowing of credentials ended. */
public sealed interface BorrowResult<T> {

    /** They were used, and the provider's API took them. */
    record Lent<T>(T value) implements BorrowResult<T> {}

    /** There is no such account. */
    record NotFound<T>() implements BorrowResult<T> {}

    /** The account has to be connected again. */
    record NeedsReconnect<T>(ReconnectReason reason) implements BorrowResult<T> {
        public NeedsReconnect {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** There are none to be had now, and no account is to blame. */
    record Unavailable<T>(Duration retryAfter) implements BorrowResult<T> {
        public Unavailable {
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }
}
