package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.copy.CopyProgress.Step;
import io.omnibridge.adapters.store.vault.CopiedMetadata;
import io.omnibridge.adapters.store.vault.DurableStore;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Copies a vault into another store: every account with its sealed credentials, every obligation with its sealed token, every
 * record with its MACs and head, and the facts, all of it unchanged. Attempts to connect an account stay behind: they live for
 * minutes. It can be interrupted at any point, kill -9 included, and run again: a user that is there whole
 * is left alone, and every other one is copied anew, whole. Until a run has found both stores to be the same, no node starts on
 * the target.
 *
 * <p>Each method throws {@link StoreUnavailable} when one of the stores did not answer in time, and {@link StoreCannotStart}
 * when the target is neither new nor begun by an earlier copy of this vault. For one run; one run at a time.
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
        this.here = new StoredUsers(source, chain);
        this.there = new StoredUsers(target, chain);
        this.metadata = new CopiedMetadata(source.metadata(), target.metadata(), chain.identity());
        this.progress = progress;
    }

    /**
     * Copies everything and compares both stores. Only if they agree does the target become a vault. What nodes write to the
     * source meanwhile is noticed only if it is written before its user is compared.
     */
    public CopyReport run() {
        try (UserWork work = new UserWork()) {
            metadata.begin();
            bringUpToDate(work);
            CopyReport.Comparison comparison = compare(work);
            if (comparison.agrees()) {
                metadata.finish();
            }
            return report(Optional.of(comparison));
        }
    }

    /** Copies what there is now, while nodes still write to the source. The target does not become a vault. */
    public CopyReport ahead() {
        try (UserWork work = new UserWork()) {
            metadata.begin();
            bringUpToDate(work);
            return report(Optional.empty());
        }
    }

    private void bringUpToDate(UserWork work) {
        work.onEach(source.scan(), user -> {
            bringUpToDate(user);
            progress.done(Step.COPYING);
        });
        work.onEach(target.scan(), user -> {
            removeIfGone(user);
            progress.done(Step.REMOVING);
        });
    }

    private void bringUpToDate(UserId user) {
        Optional<UserSummary> whole = there.has(user) ? there.summary(user) : Optional.empty();
        if (whole.isPresent() && whole.equals(here.summary(user))) {
            kept.increment();
            return;
        }
        target.scan().erase(user);
        try {
            here.read(user, target.userImport());
            copied.increment();
        } catch (IllegalStateException e) {
            // Something of the user is not as a store writes it: the comparison will say so.
            return;
        }
    }

    private void removeIfGone(UserId user) {
        if (!here.has(user)) {
            target.scan().erase(user);
            removed.increment();
        }
    }

    private CopyReport.Comparison compare(UserWork work) {
        Comparing comparing = new Comparing();
        long unreadable = work.onEach(source.scan(), user -> {
            comparing.compare(here.summary(user), there.summary(user));
            progress.done(Step.VERIFYING);
        });
        work.onEach(target.scan(), user -> {
            if (!here.has(user)) {
                comparing.onlyInTarget(there.summary(user));
            }
        });
        return comparing.result(unreadable);
    }

    private CopyReport report(Optional<CopyReport.Comparison> comparison) {
        return new CopyReport(copied.sum(), kept.sum(), removed.sum(), comparison);
    }
}
