package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.adapters.store.auditlog.UseChain;
import io.omnibridge.adapters.store.spi.UsePruning;
import io.omnibridge.adapters.store.spi.UseStore;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Prunes logs of uses, in writes of a limited size. Receipts are removed from the oldest one on, up to the first that is young enough:
 * what is left has no gap. Thread-safe.
 */
public final class UsePrunings {

    /** Few enough for one write, which other nodes may have to wait for. */
    private static final int MAX_AT_ONCE = 500;

    private final Supplier<UseStore> store;
    private final UseChain chain;

    public UsePrunings(Supplier<UseStore> store, UseChain chain) {
        this.store = store;
        this.chain = chain;
    }

    /** Prunes as {@link io.omnibridge.application.port.UseLog#prune} describes it. */
    public long prune(UserId user, Instant before) {
        long pruned = 0;
        long some = pruneSome(user, before);
        while (some > 0) {
            pruned += some;
            some = pruneSome(user, before);
        }
        return pruned;
    }

    /** Returns how many were removed; 0 also if another node prunes the same log. */
    private long pruneSome(UserId user, Instant before) {
        Optional<UseBase> former = store.get().base(user);
        long newest = store.get().head(user).count();
        List<ChainedUse> old = store.get().after(user, position(former), MAX_AT_ONCE).stream()
                .takeWhile(use ->
                        use.position() < newest && use.receipt().use().at().isBefore(before))
                .toList();
        if (old.isEmpty()) {
            return 0;
        }
        StoredChainHead end = old.get(old.size() - 1).head();
        return store.get().prune(new UsePruning(user, former, chain.base(user, end, before))) ? old.size() : 0;
    }

    private static long position(Optional<UseBase> base) {
        return base.map(it -> it.at().count()).orElse(0L);
    }
}
