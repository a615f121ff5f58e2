package io.omnibridge.adapters.store.spi;

import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What the changes of {@link UseStore} make of {@link UserRows}, and what {@link Changes} make of
 * {@link UseRows}. A method that returns an {@link Optional} returns nothing if the change does not take place.
 */
final class UseRowChanges {

    private UseRowChanges() {}

    /** @param maxReceipts how many receipts are kept: older ones are removed */
    static Optional<UserRows> append(UseWrite write, int maxReceipts, UserRows rows) {
        UseRows uses = rows.uses();
        return Optional.of(rows)
                .filter(former -> uses.head().equals(write.former()) && fit(write.counts(), uses.leases()))
                .map(former -> former.withUses(uses.withLeases(counted(write.counts(), uses.leases()))
                                .withReceipts(Logs.newest(maxReceipts, Logs.joined(uses.receipts(), write.receipts())))
                                .withHead(write.head()))
                        .withAccounts(write.dataUse()
                                .map(use -> AccountRows.after(use, former.accounts()))
                                .orElse(former.accounts())));
    }

    static Optional<UserRows> prune(UsePruning pruning, UserRows rows) {
        return Optional.of(rows)
                .filter(former -> former.uses().base().equals(pruning.former()))
                .map(former -> former.withUses(former.uses()
                        .withReceipts(former.uses().receipts().stream()
                                .filter(use ->
                                        use.position() > pruning.next().at().count())
                                .toList())
                        .withBase(Optional.of(pruning.next()))));
    }

    static UseRows apply(Changes changes, UseRows rows) {
        UseRows changed = changes.lease().map(change -> apply(change, rows)).orElse(rows);
        return changes.signOut().map(changed::signedOut).orElse(changed);
    }

    private static UseRows apply(LeaseChange change, UseRows rows) {
        if (change instanceof LeaseChange.Add add) {
            return rows.withLeases(SortedMaps.with(
                    SortedMaps.without(rows.leases(), lease -> !add.at().isBefore(lease.expiresAt())),
                    add.lease().id(),
                    add.lease()));
        }
        LeaseChange.End end = (LeaseChange.End) change;
        return Optional.ofNullable(rows.leases().get(end.id()))
                .map(lease -> rows.withLeases(
                        SortedMaps.with(rows.leases(), lease.id(), with(lease, lease.used(), Optional.of(end.at())))))
                .orElse(rows);
    }

    private static boolean fit(Map<LeaseId, UseCount> counts, Map<LeaseId, StoredLease> leases) {
        return counts.entrySet().stream()
                .allMatch(entry -> Optional.ofNullable(leases.get(entry.getKey()))
                        .filter(lease -> lease.endedAt().isEmpty()
                                && lease.used() + entry.getValue().more()
                                        <= entry.getValue().max())
                        .isPresent());
    }

    private static NavigableMap<LeaseId, StoredLease> counted(
            Map<LeaseId, UseCount> counts, NavigableMap<LeaseId, StoredLease> leases) {
        Map<LeaseId, StoredLease> counted = new HashMap<>();
        counts.forEach((id, count) ->
                Optional.ofNullable(leases.get(id)).ifPresent(lease -> counted.put(id, counted(count, lease))));
        return SortedMaps.with(leases, counted);
    }

    private static StoredLease counted(UseCount count, StoredLease lease) {
        long used = lease.used() + count.more();
        return with(lease, used, used >= count.max() ? Optional.of(count.at()) : lease.endedAt());
    }

    private static StoredLease with(StoredLease lease, long used, Optional<Instant> endedAt) {
        return new StoredLease(lease.id(), lease.owner(), lease.expiresAt(), lease.sealed(), used, endedAt);
    }
}
