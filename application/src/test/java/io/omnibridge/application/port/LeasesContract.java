package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.UseSamples.begin;
import static io.omnibridge.application.port.UseSamples.end;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link Leases} must do. */
@Tag("N1")
public interface LeasesContract extends UseContract {

    @Test
    default void a_lease_is_kept_as_it_was_added() {
        StoredLease lease = lease(ALICE);

        assertEquals(Optional.of(lease), leases().find(ALICE, lease.id()));
        assertEquals(List.of(lease), leases().list(ALICE));
        assertEquals(Optional.empty(), leases().find(BOB, lease.id()));
        assertEquals(List.of(), leases().list(BOB));
    }

    @Test
    @Tag("U2")
    default void beginning_and_ending_a_lease_are_events_of_the_log_of_changes() {
        StoredLease lease = lease(ALICE);
        endLease(lease);

        List<AuditEvent> events =
                auditLog().list(ALICE, AuditPage.FROM_NEWEST, 10).events();

        assertEquals(
                List.of(
                        end(lease, NOW).on(lease.id()).withOutcome(AuditOutcome.ENDED),
                        begin(lease, NOW).on(lease.id()).withOutcome(AuditOutcome.BEGUN)),
                events);
        assertEquals(List.of(), uses(ALICE));
    }

    @Test
    default void leases_are_listed_by_their_expiry_the_latest_first() {
        StoredLease first = UseSamples.lease(ALICE, NOW.plusSeconds(10));
        StoredLease last = UseSamples.lease(ALICE, NOW.plusSeconds(30));
        StoredLease middle = UseSamples.lease(ALICE, NOW.plusSeconds(20));
        List.of(first, last, middle).forEach(this::add);

        assertEquals(List.of(last, middle, first), leases().list(ALICE));
    }

    @Test
    default void an_ended_lease_stays_with_its_end() {
        StoredLease lease = lease(ALICE);

        assertTrue(leases().end(ALICE, lease.id(), end(lease, NOW.plusSeconds(1))));

        assertEquals(
                Optional.of(NOW.plusSeconds(1)),
                leases().find(ALICE, lease.id()).orElseThrow().endedAt());
    }

    @Test
    default void a_lease_ends_once_and_only_for_its_owner() {
        StoredLease lease = lease(ALICE);

        assertFalse(leases().end(BOB, lease.id(), end(UseSamples.lease(BOB, NOW), NOW)));
        assertTrue(endLease(lease));
        assertFalse(endLease(lease));
        assertEquals(List.of(AuditOutcome.ENDED, AuditOutcome.BEGUN), outcomes(ALICE));
        assertEquals(List.of(), outcomes(BOB));
    }

    @Test
    default void too_many_live_leases_are_refused_and_counted() {
        lease(ALICE);
        StoredLease ended = lease(ALICE);

        assertFalse(addAt(NOW, 2));
        assertEquals(List.of(AuditOutcome.TOO_MANY_LEASES + " 1"), refusals(ALICE));
        endLease(ended);
        assertTrue(addAt(NOW, 2));
        assertFalse(addAt(NOW, 2));
        assertTrue(addAt(NOW.plusSeconds(3_600), 2));
    }

    @Test
    default void expired_leases_are_removed_when_another_is_added() {
        StoredLease expired = UseSamples.lease(ALICE, NOW.plusSeconds(10));
        StoredLease live = UseSamples.lease(ALICE, NOW.plusSeconds(11));
        add(expired);
        add(live);

        addAt(NOW.plusSeconds(10), 10);

        assertEquals(Optional.empty(), leases().find(ALICE, expired.id()));
        assertEquals(Optional.of(live), leases().find(ALICE, live.id()));
    }

    @Test
    default void the_number_of_live_leases_is_exact_under_concurrency() throws Exception {
        List<Boolean> added = Race.of(12, i -> addAt(NOW, 5));

        assertEquals(5, Collections.frequency(added, true));
        assertEquals(5, leases().list(ALICE).size());
    }

    @Test
    default void a_lease_is_independent_of_accounts() {
        StoredLease lease = lease(ALICE);
        link(account(key(ALICE, GOOGLE, "work")));

        assertEquals(List.of(lease), leases().list(ALICE));
        assertEquals(List.of(AuditOutcome.LINKED, AuditOutcome.BEGUN), outcomes(ALICE));
    }

    private boolean addAt(Instant at, int maxLive) {
        StoredLease lease = UseSamples.lease(ALICE, at.plusSeconds(3_600));
        return leases().add(lease, maxLive, begin(lease, at));
    }
}
