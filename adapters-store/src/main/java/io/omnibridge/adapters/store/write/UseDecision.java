package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseChain;
import io.omnibridge.adapters.store.spi.CountedLease;
import io.omnibridge.adapters.store.spi.DataUse;
import io.omnibridge.adapters.store.spi.UseCount;
import io.omnibridge.adapters.store.spi.UseSnapshot;
import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.application.port.AppendResult;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.use.UseOutcome;
import io.omnibridge.domain.use.UseReceipt;
import io.omnibridge.domain.use.UseTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides which of several receipts of one user a write appends: of each lease as many as still fit, in their order. For one
 * snapshot; not thread-safe.
 */
final class UseDecision {

    private final UseSnapshot snapshot;
    private final UseChain chain;
    private final List<ChainedUse> receipts = new ArrayList<>();
    private final Map<LeaseId, UseCount> counts = new HashMap<>();
    private final List<UseReceipt> uses = new ArrayList<>();
    private StoredChainHead head;

    UseDecision(UseSnapshot snapshot, UseChain chain) {
        this.snapshot = snapshot;
        this.chain = chain;
        this.head = snapshot.head();
    }

    /** Adds a receipt to the write, unless its lease is over, and returns what becomes of it if the write takes place. */
    AppendResult add(LeasedReceipt one) {
        Optional<LeaseEnd> end = one.lease().flatMap(count -> endOf(count, one.receipt()));
        if (end.isPresent()) {
            return new AppendResult.LeaseOver(end.get());
        }
        one.lease().ifPresent(count -> counts.put(count.lease(), counted(count, one.receipt())));
        append(one.receipt());
        return new AppendResult.Appended();
    }

    private void append(UseReceipt receipt) {
        head = chain.headAfter(head, receipt);
        receipts.add(new ChainedUse(head.count(), receipt, head.mac()));
        if (receipt.outcome() == UseOutcome.USED) {
            uses.add(receipt);
        }
    }

    private UseCount counted(LeaseCount count, UseReceipt receipt) {
        return new UseCount(
                counted(count.lease()) + 1, count.maxUses(), receipt.use().at());
    }

    /** Returns the write; empty if no receipt was added. */
    Optional<UseWrite> write(UserId user) {
        return receipts.isEmpty()
                ? Optional.empty()
                : Optional.of(new UseWrite(user, snapshot.head(), receipts, counts, dataUse()));
    }

    /** A lease that is not there has expired, and was removed. */
    private Optional<LeaseEnd> endOf(LeaseCount count, UseReceipt receipt) {
        CountedLease lease = snapshot.leases().get(count.lease());
        if (lease == null) {
            return Optional.of(LeaseEnd.EXPIRY);
        }
        if (lease.used() + counted(count.lease()) >= count.maxUses()) {
            return Optional.of(LeaseEnd.USES);
        }
        if (lease.endedAt().isPresent()) {
            return Optional.of(LeaseEnd.OWNER);
        }
        return receipt.use().at().isBefore(lease.expiresAt()) ? Optional.empty() : Optional.of(LeaseEnd.EXPIRY);
    }

    private long counted(LeaseId lease) {
        return Optional.ofNullable(counts.get(lease)).map(UseCount::more).orElse(0L);
    }

    private Optional<DataUse> dataUse() {
        List<AccountKey> accounts = uses.stream()
                .flatMap(receipt -> receipt.use().targets().stream())
                .map(UseTarget::account)
                .distinct()
                .toList();
        return uses.stream()
                .map(receipt -> receipt.use().at())
                .max(Comparator.naturalOrder())
                .map(latest -> new DataUse(accounts, latest));
    }
}
