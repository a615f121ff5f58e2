package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.connect.ConnectAttempt;
import java.time.Duration;
import java.time.Instant;

/** Change of one connect attempt by a write. */
public sealed interface AttemptChange {

    /** How long an attempt is kept at least. */
    Duration RETENTION = Duration.ofHours(1);

    /** Adds an attempt. With it the store may remove older ones, of any user, if it does not remove them by itself. */
    record Begin(ConnectAttempt attempt) implements AttemptChange {

        /** Returns the time before which a removable attempt began. */
        public Instant outdatedBefore() {
            return attempt.begunAt().minus(RETENTION);
        }
    }

    /** Replaces the attempt of the same id by its next revision. */
    record Proceed(ConnectAttempt next) implements AttemptChange {}
}
