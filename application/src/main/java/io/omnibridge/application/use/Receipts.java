package io.omnibridge.application.use;

import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseFailure;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/** Appends the receipts of uses. Thread-safe. */
public final class Receipts {

    private final UseLog useLog;
    private final Clock clock;

    public Receipts(UseLog useLog, Clock clock) {
        this.useLog = Objects.requireNonNull(useLog);
        this.clock = Objects.requireNonNull(clock);
    }

    /**
     * Appends the receipt that a use begins with, and counts the use on the lease.
     *
     * @throws StoreUnavailable if it may not be stored
     */
    void begin(Use use, Optional<LeaseCount> lease) throws RefusedUse {
        if (useLog.append(use.used(), lease) instanceof AppendResult.LeaseOver over) {
            throw new RefusedUse(new UseRefusal.LeaseOver(over.by(), Optional.empty()));
        }
    }

    /** Appends that nothing was received. If the store does not respond, the receipt that the use began with stands alone. */
    void fail(Use use, UseFailure reason) {
        try {
            useLog.append(use.failed(reason, clock.instant()), Optional.empty());
        } catch (StoreUnavailable e) {
            return;
        }
    }
}
