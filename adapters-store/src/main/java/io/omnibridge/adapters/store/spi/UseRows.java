package io.omnibridge.adapters.store.spi;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseBase;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Leases, log of uses, and last sign-out of one user as one immutable value: the part of {@link UserRows} that {@link UseRowChanges} change.
 *
 * @param receipts oldest first; their positions have no gap
 * @param signedOutAt when the user signed out last; empty if never
 */
public record UseRows(
        NavigableMap<LeaseId, StoredLease> leases,
        List<ChainedUse> receipts,
        StoredChainHead head,
        Optional<UseBase> base,
        Optional<Instant> signedOutAt) {

    /** Rows of a user who has neither leases nor uses. */
    public static final UseRows EMPTY = new UseRows(
            SortedMaps.empty(Comparator.comparing(LeaseId::value)),
            List.of(),
            StoredChainHead.NONE,
            Optional.empty(),
            Optional.empty());

    LeaseCounts counts(LeaseScope scope) {
        List<StoredLease> unexpired = scope.at().stream()
                .flatMap(at -> leases.values().stream().filter(lease -> at.isBefore(lease.expiresAt())))
                .toList();
        return new LeaseCounts(
                unexpired.stream().filter(lease -> lease.endedAt().isEmpty()).count(),
                unexpired.size(),
                scope.id()
                        .map(leases::get)
                        .filter(lease -> lease.endedAt().isEmpty())
                        .isPresent());
    }

    /** Returns the newest receipts at positions below {@code before}, newest first. */
    List<ChainedUse> newest(long before, int limit) {
        int end = indexOf(before);
        List<ChainedUse> page = new ArrayList<>(receipts.subList(Math.max(end - limit, 0), end));
        Collections.reverse(page);
        return page;
    }

    /** Returns the oldest receipts at positions above {@code position}, oldest first. */
    List<ChainedUse> after(long position, int limit) {
        int begin = indexOf(position + 1);
        return List.copyOf(receipts.subList(begin, (int) Math.min(begin + (long) limit, receipts.size())));
    }

    /** Returns the position of the oldest receipt; 1 if there is none. */
    long oldestPosition() {
        return receipts.isEmpty() ? 1 : receipts.get(0).position();
    }

    UseRows withLeases(NavigableMap<LeaseId, StoredLease> changed) {
        return new UseRows(changed, receipts, head, base, signedOutAt);
    }

    UseRows withReceipts(List<ChainedUse> changed) {
        return new UseRows(leases, changed, head, base, signedOutAt);
    }

    UseRows withHead(StoredChainHead changed) {
        return new UseRows(leases, receipts, changed, base, signedOutAt);
    }

    UseRows withBase(Optional<UseBase> changed) {
        return new UseRows(leases, receipts, head, changed, signedOutAt);
    }

    /** Returns these rows with the last sign-out at {@code at}. */
    UseRows withSignedOutAt(Instant at) {
        return new UseRows(leases, receipts, head, base, Optional.of(at));
    }

    /** Returns these rows with the last sign-out at {@code at}, unless a later one is known. */
    UseRows signedOut(Instant at) {
        return signedOutAt.filter(at::isBefore).isPresent() ? this : withSignedOutAt(at);
    }

    /** Returns the index of the first receipt whose position is at least {@code position}. */
    private int indexOf(long position) {
        long known = Math.min(Math.max(position, oldestPosition()), oldestPosition() + receipts.size());
        return (int) (known - oldestPosition());
    }
}
