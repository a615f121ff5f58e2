package io.omnibridge.application.maintenance;

import io.omnibridge.application.port.UseLog;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;

/** Prunes the log of uses of every user that it receives, and counts what it removed. Not thread-safe. */
final class UsePruner {

    private final UseLog useLog;
    private final Instant before;
    private long pruned;
    private long unreadable;

    /** @param before older receipts are removed */
    UsePruner(UseLog useLog, Instant before) {
        this.useLog = useLog;
        this.before = before;
    }

    /** A log that cannot be read does not keep the others from being pruned. */
    void prune(UserId user) {
        try {
            pruned += useLog.prune(user, before);
        } catch (IllegalStateException e) {
            unreadable++;
        }
    }

    /** @param skipped how many users the scan could not read */
    PruneUsesResult result(long skipped) {
        return new PruneUsesResult(pruned, unreadable + skipped);
    }
}
