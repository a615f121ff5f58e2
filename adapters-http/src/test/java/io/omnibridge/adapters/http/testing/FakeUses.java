package io.omnibridge.adapters.http.testing;

import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.Leases;
import io.omnibridge.application.port.UseLog;
import io.omnibridge.application.port.UsePage;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseCount;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.use.UseReceipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** In-memory log of uses and leases. Thread-safe. */
public final class FakeUses implements UseLog, Leases {

    private final List<UseReceipt> receipts = new ArrayList<>();
    private final Map<LeaseId, StoredLease> leases = new LinkedHashMap<>();

    synchronized void clear() {
        receipts.clear();
        leases.clear();
    }

    /** Returns all receipts, oldest first. */
    public synchronized List<UseReceipt> receipts() {
        return List.copyOf(receipts);
    }

    @Override
    public synchronized AppendResult append(UseReceipt receipt, Optional<LeaseCount> count) {
        if (count.isPresent()) {
            StoredLease lease = leases.get(count.get().lease());
            if (lease != null && lease.used() >= count.get().maxUses()) {
                return new AppendResult.LeaseOver(LeaseEnd.USES);
            }
            if (lease == null || lease.endedAt().isPresent()) {
                return new AppendResult.LeaseOver(LeaseEnd.OWNER);
            }
            long used = lease.used() + 1;
            put(
                    lease,
                    used,
                    Optional.of(receipt.use().at())
                            .filter(at -> used == count.get().maxUses()));
        }
        receipts.add(receipt);
        return new AppendResult.Appended();
    }

    @Override
    public synchronized UsePage list(UserId user, long before, int limit) {
        List<UseReceipt> own = new ArrayList<>(receipts.stream()
                .filter(receipt -> receipt.use().user().equals(user))
                .toList());
        int end = before == AuditPage.FROM_NEWEST ? own.size() : (int) Math.min(before - 1, own.size());
        int begin = Math.max(end - limit, 0);
        List<UseReceipt> page = new ArrayList<>(own.subList(begin, end));
        Collections.reverse(page);
        return new UsePage(page, begin > 0 ? OptionalLong.of(begin + 1L) : OptionalLong.empty(), Optional.empty());
    }

    @Override
    public long prune(UserId user, Instant before) {
        throw new UnsupportedOperationException();
    }

    @Override
    public synchronized boolean add(StoredLease lease, int maxLive, AuditedAction action) {
        long live = list(lease.owner()).stream()
                .filter(it -> it.isLiveAt(action.at()))
                .count();
        if (live < maxLive) {
            leases.put(lease.id(), lease);
        }
        return live < maxLive;
    }

    @Override
    public synchronized Optional<StoredLease> find(UserId owner, LeaseId id) {
        return Optional.ofNullable(leases.get(id)).filter(lease -> lease.owner().equals(owner));
    }

    @Override
    public synchronized List<StoredLease> list(UserId owner) {
        return leases.values().stream()
                .filter(lease -> lease.owner().equals(owner))
                .toList();
    }

    @Override
    public synchronized boolean end(UserId owner, LeaseId id, AuditedAction action) {
        Optional<StoredLease> live =
                find(owner, id).filter(lease -> lease.endedAt().isEmpty());
        live.ifPresent(lease -> put(lease, lease.used(), Optional.of(action.at())));
        return live.isPresent();
    }

    private void put(StoredLease lease, long used, Optional<Instant> endedAt) {
        leases.put(
                lease.id(),
                new StoredLease(lease.id(), lease.owner(), lease.expiresAt(), lease.sealed(), used, endedAt));
    }
}
