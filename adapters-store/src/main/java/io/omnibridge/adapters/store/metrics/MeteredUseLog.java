package io.omnibridge.adapters.store.metrics;

import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.APPEND_USE;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.LIST_USES;
import static io.omnibridge.adapters.store.metrics.StoreMetrics.Operation.PRUNE_USES;

import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.application.port.UsePage;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.use.UseReceipt;
import java.time.Instant;
import java.util.Optional;

/** Log of uses that measures the calls of another one. */
final class MeteredUseLog implements UseLog {

    private final UseLog useLog;
    private final StoreMetrics metrics;

    MeteredUseLog(UseLog useLog, StoreMetrics metrics) {
        this.useLog = useLog;
        this.metrics = metrics;
    }

    @Override
    public AppendResult append(UseReceipt receipt, Optional<LeaseCount> lease) {
        return metrics.measure(APPEND_USE, () -> useLog.append(receipt, lease));
    }

    @Override
    public UsePage list(UserId user, long before, int limit) {
        return metrics.measure(LIST_USES, () -> useLog.list(user, before, limit));
    }

    @Override
    public long prune(UserId user, Instant before) {
        return metrics.measure(PRUNE_USES, () -> useLog.prune(user, before));
    }
}
