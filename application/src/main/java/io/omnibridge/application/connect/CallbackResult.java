package io.omnibridge.application.connect;

import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.util.Objects;
import java.util.Optional;

/** Result of a provider's callback. */
public sealed interface CallbackResult {

    /**
     * The callback was accepted.
     *
     * @param ticket for this browser only; no other copy exists, and it is never shown again
     * @param to where the browser is redirected; empty for a page of OmniBridge itself
     */
    record Returned(ConnectAttempt attempt, String ticket, Optional<ReturnUrl> to) implements CallbackResult {
        public Returned {
            Objects.requireNonNull(attempt, "attempt");
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(to, "to");
        }

        /** Returns a text without the ticket. */
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

    /**
     * No attempt waits for this callback: it is unknown, expired, replayed, or another provider's. Nothing was changed.
     */
    record NotCurrent() implements CallbackResult {}
}
