package io.omnibridge.application.port;

import io.omnibridge.domain.lease.LeaseEnd;
import java.util.Objects;

/** Result of appending a receipt to the log of uses. */
public sealed interface AppendResult {

    /** The receipt is stored, and the use is counted. */
    record Appended() implements AppendResult {}

    /** Nothing was stored: the lease has ended. */
    record LeaseOver(LeaseEnd by) implements AppendResult {
        public LeaseOver {
            Objects.requireNonNull(by, "by");
        }
    }
}
