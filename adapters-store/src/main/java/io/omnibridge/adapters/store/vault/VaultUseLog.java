package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.metrics.StoreOperation.APPEND_USE;
import static io.omnibridge.adapters.store.metrics.StoreOperation.LIST_USES;
import static io.omnibridge.adapters.store.metrics.StoreOperation.PRUNE_USES;

import io.omnibridge.adapters.store.auditlog.UseChain;
import io.omnibridge.adapters.store.metrics.StoreMetrics;
import io.omnibridge.adapters.store.spi.UseStore;
import io.omnibridge.adapters.store.write.UsePrunings;
import io.omnibridge.adapters.store.write.UseWrites;
import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.application.port.UsePage;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.use.UseReceipt;
import java.time.Instant;
import java.util.Optional;

/** The logs of uses of a {@link UseStore}. */
final class VaultUseLog implements UseLog {

    private final VaultGate gate;
    private final StoreMetrics metrics;
    private final UseWrites writes;
    private final UsePrunings prunings;

    VaultUseLog(VaultGate gate, UseChain chain, StoreMetrics metrics) {
        this.gate = gate;
        this.metrics = metrics;
        this.writes = new UseWrites(this::uses, chain);
        this.prunings = new UsePrunings(this::uses, chain);
    }

    @Override
    public AppendResult append(UseReceipt receipt, Optional<LeaseCount> lease) {
        return metrics.measure(APPEND_USE, () -> writes.append(receipt, lease));
    }

    @Override
    public UsePage list(UserId user, long before, int limit) {
        return metrics.measure(LIST_USES, () -> uses().page(user, before, limit).toUsePage());
    }

    @Override
    public long prune(UserId user, Instant before) {
        return metrics.measure(PRUNE_USES, () -> prunings.prune(user, before));
    }

    private UseStore uses() {
        return gate.pass().uses();
    }
}
