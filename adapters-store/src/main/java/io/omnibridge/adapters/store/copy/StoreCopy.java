package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.CopiedMetadata;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Copies a vault into another store: accounts with their sealed credentials, pending revocations with their sealed tokens, leases
 * with their counts, the time of the last sign-out, both logs of each user with MACs, chain heads and base, and the vault's metadata, all of it unchanged. Connect attempts are not copied: they live for
 * minutes. A copy can be interrupted at any point, kill -9 included, and run again: a user that the target has whole is left as
 * it is, and every other one is copied again. No node starts on the target until a run has found both stores to be the same.
 *
 * <p>Each method throws {@link StoreUnavailable} if one of the stores did not respond in time, and {@link StoreCannotStart}
 * if the target is neither new nor begun by an earlier copy of this vault. For one run; one run at a time.
 */
public final class StoreCopy {

    private final DurableStore source;
    private final DurableStore target;
    private final StoredUsers here;
    private final StoredUsers there;
    private final CopiedMetadata metadata;
    private final CopyProgress progress;
    private final LongAdder copied = new LongAdder();
    private final LongAdder kept = new LongAdder();
    private final LongAdder removed = new LongAdder();

    /** @param chain of the vault that is copied */
    public StoreCopy(DurableStore source, DurableStore target, AuditChain chain, CopyProgress progress) {
        this.source = source;
        this.target = target;
        this.here = new StoredUsers(source.users(), chain);
        this.there = new StoredUsers(target.users(), chain);
        this.metadata = new CopiedMetadata(source.metadata(), target.metadata(), chain.identity());
        this.progress = progress;
    }

    /**
     * Copies everything and compares both stores. The target becomes a vault only if they agree. A write of a node to the source
     * meanwhile is noticed only if it comes before its user is compared.
     */
    public CopyReport run() {
        try (UserWork work = new UserWork()) {
            metadata.begin();
            bringUpToDate(work);
            CopyComparison comparison = compare(work);
            if (comparison.agrees()) {
                metadata.finish();
            }
            return report(Optional.of(comparison));
        }
    }

    /** Copies what the source has now, while nodes still write to it. The target does not become a vault. */
    public CopyReport ahead() {
        try (UserWork work = new UserWork()) {
            metadata.begin();
            bringUpToDate(work);
            return report(Optional.empty());
        }
    }

    private void bringUpToDate(UserWork work) {
        work.onEach(source.users(), user -> {
            bringUpToDate(user);
            progress.done(CopyStep.COPYING);
        });
        work.onEach(target.users(), user -> {
            removeIfGone(user);
            progress.done(CopyStep.REMOVING);
        });
    }

    private void bringUpToDate(UserId user) {
        Optional<UserSummary> whole = there.has(user) ? there.summary(user) : Optional.empty();
        if (whole.isPresent() && whole.equals(here.summary(user))) {
            kept.increment();
            return;
        }
        target.users().erase(user);
        try {
            here.read(user, target.users()::load);
            copied.increment();
        } catch (IllegalStateException e) {
            // Something of the user cannot be read: the comparison reports it.
            return;
        }
    }

    private void removeIfGone(UserId user) {
        if (!here.has(user)) {
            target.users().erase(user);
            removed.increment();
        }
    }

    private CopyComparison compare(UserWork work) {
        StoreComparison comparing = new StoreComparison();
        long unreadable = work.onEach(source.users(), user -> {
            comparing.compare(here.summary(user), there.summary(user));
            progress.done(CopyStep.VERIFYING);
        });
        work.onEach(target.users(), user -> {
            if (!here.has(user)) {
                comparing.onlyInTarget(there.summary(user));
            }
        });
        return comparing.result(unreadable);
    }

    private CopyReport report(Optional<CopyComparison> comparison) {
        return new CopyReport(copied.sum(), kept.sum(), removed.sum(), comparison);
    }
}
