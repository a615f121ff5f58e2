package io.omnibridge.application.maintenance;

import static io.omnibridge.application.maintenance.NumberedKeys.lease;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.lease.StoredLease;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leases in a rotation of keys. Key 2 is the primary key; the scan of accounts counts one unreadable row. */
@Tag("C5")
@Tag("N1")
class LeaseKeysTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Instant LIVE = NOW.plusMillis(1);

    private final AccountsToScan scan = new AccountsToScan();
    private final NumberedKeys keys = new NumberedKeys(2);
    private final RecordingScanObserver observed = new RecordingScanObserver();

    @Test
    void leases_that_have_not_expired_are_resealed_ended_ones_among_them() {
        StoredLease expired = lease(3, true, NOW, Optional.empty());
        scan.leases.addAll(List.of(
                lease(1, true, LIVE, Optional.empty()),
                lease(2, true, LIVE, Optional.empty()),
                expired,
                lease(4, true, LIVE, Optional.of(NOW))));

        assertEquals(new ResealResult(0, 2, 1), reseal());

        assertEquals(new KeyUse(Map.of(), Map.of(2L, 3L), 1), count());
        assertEquals(expired, scan.leases.get(2));
        assertEquals(new ResealResult(0, 0, 1), reseal());
        assertEquals(2, scan.writes);
    }

    @Test
    void a_lease_needs_its_key_until_it_is_resealed() {
        scan.leases.addAll(List.of(lease(1, true, LIVE, Optional.empty()), lease(2, true, LIVE, Optional.empty())));

        assertEquals(1, count().of(1));
        assertEquals(2, count().ofOthersThan(2));
        reseal();
        assertEquals(0, count().of(1));
        assertEquals(1, count().ofOthersThan(2));
    }

    @Test
    @Tag("C2")
    void an_unreadable_lease_is_reported_and_left_unchanged() {
        StoredLease damaged = lease(1, false, LIVE, Optional.empty());
        scan.leases.addAll(List.of(damaged, lease(3, false, NOW, Optional.empty())));

        assertEquals(new ResealResult(0, 0, 2), reseal());
        assertEquals(new VerifyResult(0, 0, 2), verify());

        assertEquals(List.of(damaged.id().value(), damaged.id().value()), observed.unreadable);
        assertEquals(damaged, scan.leases.get(0));
        assertEquals(1, count().of(1));
    }

    @Test
    @Tag("C2")
    void leases_that_have_not_expired_are_verified() {
        scan.leases.addAll(List.of(
                lease(1, true, LIVE, Optional.empty()),
                lease(2, true, LIVE, Optional.of(NOW)),
                lease(3, true, NOW, Optional.empty())));

        assertEquals(new VerifyResult(0, 2, 1), verify());
    }

    @Test
    void a_token_keeps_its_key_when_its_lease_is_resealed() {
        StoredLease live = lease(1, true, LIVE.plusSeconds(1), Optional.empty());
        scan.leases.addAll(List.of(
                lease(1, true, LIVE, Optional.empty()),
                live,
                lease(1, true, LIVE.plusSeconds(9), Optional.of(NOW)),
                lease(1, false, LIVE.plusSeconds(9), Optional.empty()),
                lease(1, true, NOW, Optional.empty()),
                lease(2, true, LIVE, Optional.empty())));

        reseal();

        assertEquals(OptionalLong.of(2), keys.keyOf(scan.leases.get(1).sealed()));
        assertEquals(new LeaseTokenCount(2, live.expiresAt()), new CountLeaseTokens(scan, keys, CLOCK).of(1));
        assertEquals(1, new CountLeaseTokens(scan, keys, CLOCK).of(2).count());
        assertEquals(0, new CountLeaseTokens(scan, keys, CLOCK).of(7).count());
    }

    private ResealResult reseal() {
        return new ResealAccounts(scan, keys, CLOCK).reseal(observed);
    }

    private KeyUse count() {
        return new CountKeyUse(scan, keys, CLOCK).count(observed);
    }

    private VerifyResult verify() {
        return new VerifyCredentials(scan, new RowOpeners(keys::open, keys::open, keys::open), CLOCK).verify(observed);
    }
}
