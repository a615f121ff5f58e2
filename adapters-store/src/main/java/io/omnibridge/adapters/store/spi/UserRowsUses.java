package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.ChainedUsePage;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Logs of uses and leases of a {@link UserRowsStore}. As thread-safe as the store.
 *
 * @param maxReceipts how many receipts of a user are kept: an append removes older ones
 */
record UserRowsUses(UserRowsStore store, int maxReceipts) implements UseStore {

    @Override
    public <T> T inSession(UserId user, Function<UseSession, T> work) {
        return work.apply(new UserRowsUseSession(this, user));
    }

    @Override
    public ChainedUsePage page(UserId user, long before, int limit) {
        UseRows rows = rows(user);
        return new ChainedUsePage(rows.head(), rows.newest(before, limit), rows.oldestPosition());
    }

    @Override
    public boolean prune(UsePruning pruning) {
        return store.change(pruning.user(), rows -> UseRowChanges.prune(pruning, rows));
    }

    @Override
    public List<ChainedUse> after(UserId user, long position, int limit) {
        return rows(user).after(position, limit);
    }

    @Override
    public Optional<UseBase> base(UserId user) {
        return rows(user).base();
    }

    @Override
    public Optional<StoredLease> findLease(UserId owner, LeaseId id) {
        return Optional.ofNullable(rows(owner).leases().get(id));
    }

    @Override
    public List<StoredLease> leases(UserId owner) {
        return List.copyOf(rows(owner).leases().values());
    }

    UseRows rows(UserId user) {
        return store.read(user).orElse(UserRows.EMPTY).uses();
    }
}
