package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.UseSamples.count;
import static io.omnibridge.application.port.UseSamples.used;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Resealing changes only the sealed terms of a lease, and loses neither a use nor an end that comes meanwhile. */
@Tag("C5")
@Tag("N1")
public interface LeaseResealContract extends UseContract {

    SealedLease RESEALED_TERMS = new SealedLease(new byte[] {0, 1, -1, 13, 10});

    @Test
    default void resealing_changes_only_the_sealed_terms() {
        StoredLease lease = lease(ALICE);
        StoredLease other = lease(ALICE);
        use(lease);
        endLease(lease);
        StoredLease ended = leases().find(ALICE, lease.id()).orElseThrow();

        assertTrue(scan().reseal(lease, RESEALED_TERMS));

        assertEquals(Optional.of(ended.withSealed(RESEALED_TERMS)), leases().find(ALICE, lease.id()));
        assertEquals(Optional.of(other), leases().find(ALICE, other.id()));
        assertEquals(List.of(AuditOutcome.ENDED, AuditOutcome.BEGUN, AuditOutcome.BEGUN), outcomes(ALICE));
        assertEquals(1, uses(ALICE).size());
        assertEquals(List.of(RESEALED_TERMS, other.sealed()), scannedTerms(ended, other));
    }

    @Test
    default void a_delayed_scan_does_not_undo_a_later_reseal_of_a_lease() {
        StoredLease lease = lease(ALICE);
        scan().reseal(lease, RESEALED_TERMS);

        assertFalse(scan().reseal(lease, lease.sealed()));

        assertEquals(Optional.of(lease.withSealed(RESEALED_TERMS)), leases().find(ALICE, lease.id()));
    }

    @Test
    default void a_lease_that_is_not_there_is_not_resealed() {
        StoredLease erased = lease(ALICE);
        scan().erase(ALICE);
        StoredLease bobs = lease(BOB);
        StoredLease stolen = new StoredLease(bobs.id(), ALICE, bobs.expiresAt(), bobs.sealed(), 0, Optional.empty());

        assertFalse(scan().reseal(erased, RESEALED_TERMS));
        assertFalse(scan().reseal(stolen, RESEALED_TERMS));

        assertEquals(List.of(), leases().list(ALICE));
        assertEquals(List.of(bobs), leases().list(BOB));
    }

    @Test
    default void resealing_loses_neither_uses_nor_the_end_of_a_lease() throws Exception {
        for (int round = 0; round < 5; round++) {
            StoredLease lease = lease(ALICE);
            int before = uses(ALICE).size();

            AtomicInteger appended = new AtomicInteger();
            Race.of(8, i -> {
                if (i == 0) {
                    reseal(lease, 20);
                } else if (i == 7) {
                    endLease(lease);
                } else if (use(lease).equals(APPENDED)) {
                    appended.incrementAndGet();
                }
                return i;
            });

            StoredLease now = leases().find(ALICE, lease.id()).orElseThrow();
            assertEquals(appended.get(), now.used());
            assertEquals(before + now.used(), uses(ALICE).size());
            assertTrue(now.endedAt().isPresent());
            assertEquals(new SealedLease(new byte[] {20}), now.sealed());
        }
    }

    /** Reseals the lease so many times, each time on what the time before left. */
    private void reseal(StoredLease lease, int times) {
        StoredLease former = lease;
        for (int i = 1; i <= times; i++) {
            SealedLease next = new SealedLease(new byte[] {(byte) i});
            assertTrue(scan().reseal(former, next));
            former = former.withSealed(next);
        }
    }

    private AppendResult use(StoredLease lease) {
        return useLog().append(used(key(ALICE, GOOGLE, "work"), lease.id(), NOW), count(lease, 100));
    }

    private List<SealedLease> scannedTerms(StoredLease... leases) {
        List<StoredLease> scanned = ScanContract.scan(scan()::leases, 10);
        return List.of(leases).stream()
                .map(lease -> scanned.stream()
                        .filter(each -> each.id().equals(lease.id()))
                        .findFirst()
                        .orElseThrow()
                        .sealed())
                .toList();
    }
}
