package io.omnibridge.domain.account;

import java.time.Instant;
import java.util.Objects;

/** The reason for which an account needs to be linked again, and the time since when. */
public record ReconnectReason(ReconnectCode code, Instant since) {

    public ReconnectReason {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(since, "since");
    }
}
