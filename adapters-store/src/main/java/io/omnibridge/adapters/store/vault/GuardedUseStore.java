package io.omnibridge.adapters.store.vault;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.ChainedUsePage;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.spi.SharedUseStore;
import io.omnibridge.adapters.store.spi.UsePruning;
import io.omnibridge.adapters.store.spi.UseStore;
import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Logs of uses behind a gate, which every read and write passes first. Thread-safe. */
record GuardedUseStore(UseStore store, VaultGate gate) implements UseStore {

    private UseStore passed() {
        gate.pass();
        return store;
    }

    @Override
    public Duration deadline() {
        return store.deadline();
    }

    @Override
    public <T> T inSession(UserId user, Function<UseStore.Session, T> work) {
        return passed().inSession(user, work);
    }

    @Override
    public Optional<SharedUseStore> shared() {
        return store.shared().map(shared -> new SharedUseStore() {
            @Override
            public <T> T inSession(Function<SharedUseStore.Session, T> work) {
                gate.pass();
                return shared.inSession(work);
            }
        });
    }

    @Override
    public ChainedUsePage page(UserId user, long before, int limit) {
        return passed().page(user, before, limit);
    }

    @Override
    public boolean prune(UsePruning pruning) {
        return passed().prune(pruning);
    }

    @Override
    public StoredChainHead head(UserId user) {
        return passed().head(user);
    }

    @Override
    public List<ChainedUse> after(UserId user, long position, int limit) {
        return passed().after(user, position, limit);
    }

    @Override
    public Optional<UseBase> base(UserId user) {
        return passed().base(user);
    }
}
