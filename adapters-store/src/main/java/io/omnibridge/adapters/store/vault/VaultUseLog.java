package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.auditlog.UseChain;
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

    private final UseStore store;
    private final UseWrites writes;
    private final UsePrunings prunings;

    VaultUseLog(UseStore store, UseChain chain) {
        this.store = store;
        this.writes = new UseWrites(store, chain);
        this.prunings = new UsePrunings(store, chain);
    }

    @Override
    public AppendResult append(UseReceipt receipt, Optional<LeaseCount> lease) {
        return writes.append(receipt, lease);
    }

    @Override
    public UsePage list(UserId user, long before, int limit) {
        return store.page(user, before, limit).toUsePage();
    }

    @Override
    public long prune(UserId user, Instant before) {
        return prunings.prune(user, before);
    }
}
