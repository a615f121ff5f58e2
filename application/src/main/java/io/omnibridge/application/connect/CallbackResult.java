package io.omnibridge.application.connect;

import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.util.Objects;
import java.util.Optional;

/** How a browser's return from a provider ended. */
public sealed interface CallbackResult {

    /**
     * The browser has earned its ticket, which is in no other place and never shown again.
     *
     * @param to where the browser goes with it; empty for a page of OmniBridge's own
     */
    record Returned(ConnectAttempt attempt, String ticket, Optional<ReturnUrl> to) implements CallbackResult {
        public Returned {
            Objects.requireNonNull(attempt, "attempt");
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(to, "to");
        }

        @Override
        public String toString() {
            return "Returned[" + attempt.id() + ", " + to + "]";
        }
    }

    /** The attempt has failed. */
    record Refused(ConnectAttempt attempt, AttemptFailure reason, Optional<ReturnUrl> to) implements CallbackResult {
        public Refused {
            Objects.requireNonNull(attempt, "attempt");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(to, "to");
        }
    }

    /** No attempt waits for this return: unknown, expired, replayed, or another provider's. Nothing was changed. */
    record NotCurrent() implements CallbackResult {}
}
