package io.omnibridge.domain.lease;

import static io.omnibridge.domain.lease.LeaseTermsTest.EXPIRY;
import static io.omnibridge.domain.lease.LeaseTermsTest.terms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N1")
class StoredLeaseTest {

    private static final Instant BEFORE = EXPIRY.minusMillis(1);

    private static StoredLease lease(Instant expiresAt, long used, Optional<Instant> endedAt) {
        return new StoredLease(
                new LeaseId("1".repeat(32)),
                new UserId("alice"),
                expiresAt,
                new SealedLease(new byte[] {1}),
                used,
                endedAt);
    }

    private static Optional<LeaseEnd> end(StoredLease lease, Instant now) {
        return lease.endAt(now, terms(3));
    }

    @Test
    void a_lease_ends_at_its_expiry_to_the_millisecond() {
        StoredLease lease = lease(EXPIRY, 2, Optional.empty());

        assertEquals(Optional.empty(), end(lease, BEFORE));
        assertEquals(Optional.of(LeaseEnd.EXPIRY), end(lease, EXPIRY));
        assertTrue(lease.isLiveAt(BEFORE));
        assertFalse(lease.isLiveAt(EXPIRY));
    }

    @Test
    void the_expiry_beside_the_sealed_terms_decides_nothing_about_a_use() {
        StoredLease prolonged = lease(EXPIRY.plusSeconds(1_000), 0, Optional.empty());

        assertEquals(Optional.of(LeaseEnd.EXPIRY), end(prolonged, EXPIRY));
    }

    @Test
    void a_lease_ends_with_its_last_use_or_by_its_owner() {
        assertEquals(Optional.of(LeaseEnd.USES), end(lease(EXPIRY, 3, Optional.empty()), BEFORE));
        assertEquals(Optional.of(LeaseEnd.USES), end(lease(EXPIRY, 3, Optional.of(BEFORE)), BEFORE));
        assertEquals(Optional.of(LeaseEnd.OWNER), end(lease(EXPIRY, 2, Optional.of(BEFORE)), BEFORE));
        assertFalse(lease(EXPIRY, 0, Optional.of(BEFORE)).isLiveAt(BEFORE));
    }

    @Test
    void a_negative_number_of_uses_is_refused() {
        assertThrows(InvalidValue.class, () -> lease(EXPIRY, -1, Optional.empty()));
    }
}
