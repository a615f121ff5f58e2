package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.UseContract.over;
import static io.omnibridge.application.port.UseSamples.count;
import static io.omnibridge.application.port.UseSamples.used;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.use.UseReceipt;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How uses are counted on leases. */
@Tag("N1")
public interface LeaseCountContract extends UseContract {

    AccountKey WORK = key(ALICE, GOOGLE, "work");

    @Test
    default void a_use_counts_on_its_lease_and_no_other() {
        StoredLease lease = lease(ALICE);
        StoredLease other = lease(ALICE);

        assertEquals(APPENDED, use(lease, 2));

        assertEquals(1, usesOf(lease));
        assertEquals(0, usesOf(other));
    }

    @Test
    default void a_lease_that_is_used_up_appends_nothing_more() {
        StoredLease lease = lease(ALICE);

        use(lease, 2);
        assertEquals(
                Optional.empty(), leases().find(ALICE, lease.id()).orElseThrow().endedAt());
        use(lease, 2);

        assertEquals(
                Optional.of(NOW), leases().find(ALICE, lease.id()).orElseThrow().endedAt());
        assertEquals(over(LeaseEnd.USES), use(lease, 2));
        assertEquals(2, usesOf(lease));
        assertEquals(2, uses(ALICE).size());
    }

    @Test
    default void a_lease_that_is_used_up_leaves_its_place_to_another() {
        StoredLease lease = lease(ALICE);
        StoredLease other = UseSamples.lease(ALICE, NOW.plusSeconds(3_600));
        assertFalse(leases().add(other, 1, UseSamples.begin(other, NOW)));

        use(lease, 1);

        assertTrue(leases().add(other, 1, UseSamples.begin(other, NOW)));
    }

    @Test
    default void an_ended_lease_appends_nothing() {
        StoredLease lease = lease(ALICE);

        endLease(lease);

        assertEquals(over(LeaseEnd.OWNER), use(lease, 2));
        assertEquals(List.of(), uses(ALICE));
    }

    @Test
    default void a_lease_appends_nothing_from_its_expiry_on() {
        StoredLease lease = UseSamples.lease(ALICE, NOW.plusMillis(1));
        add(lease);

        assertEquals(APPENDED, use(lease, 2));
        assertEquals(
                over(LeaseEnd.EXPIRY), useLog().append(used(WORK, lease.id(), NOW.plusMillis(1)), count(lease, 2)));
        assertEquals(1, usesOf(lease));
    }

    @Test
    default void a_lease_that_is_not_there_or_another_users_appends_nothing() {
        StoredLease bobs = lease(Samples.BOB);
        StoredLease unknown = UseSamples.lease(ALICE, NOW.plusSeconds(60));

        assertEquals(over(LeaseEnd.EXPIRY), use(bobs, 2));
        assertEquals(over(LeaseEnd.EXPIRY), use(unknown, 2));
        assertEquals(0, usesOf(bobs));
    }

    @Test
    default void a_receipt_that_is_counted_already_needs_no_lease() {
        StoredLease lease = lease(ALICE);
        endLease(lease);

        assertEquals(APPENDED, append(used(WORK, lease.id(), NOW)));
        assertEquals(0, usesOf(lease));
    }

    @Test
    @Tag("U4")
    default void no_receipt_of_many_writers_is_lost() throws Exception {
        StoredLease lease = lease(ALICE);
        List<UseReceipt> receipts = Race.of(50, i -> {
            UseReceipt receipt = used(WORK, lease.id(), NOW, new RequestId("request-" + i));
            assertEquals(APPENDED, useLog().append(receipt, count(lease, 100)));
            return receipt;
        });

        assertEquals(50, uses(ALICE).size());
        assertEquals(new HashSet<>(receipts), new HashSet<>(uses(ALICE)));
        assertEquals(50, usesOf(lease));
    }

    @Test
    default void the_last_uses_of_a_lease_are_made_once() throws Exception {
        StoredLease lease = lease(ALICE);

        List<AppendResult> results = Race.of(50, i -> use(lease, 7));

        assertEquals(7, Collections.frequency(results, APPENDED));
        assertEquals(43, Collections.frequency(results, over(LeaseEnd.USES)));
        assertEquals(7, usesOf(lease));
        assertEquals(7, uses(ALICE).size());
    }

    @Test
    default void after_a_lease_was_ended_no_use_is_appended() throws Exception {
        StoredLease lease = lease(ALICE);
        AtomicBoolean ended = new AtomicBoolean();

        List<Boolean> appendedAfterTheEnd = Race.of(12, i -> {
            if (i == 0) {
                endLease(lease);
                ended.set(true);
                return false;
            }
            boolean late = false;
            for (int n = 0; n < 10; n++) {
                boolean wasEnded = ended.get();
                late |= use(lease, 1_000).equals(APPENDED) && wasEnded;
            }
            return late;
        });

        assertEquals(0, Collections.frequency(appendedAfterTheEnd, true));
        assertEquals(uses(ALICE).size(), usesOf(lease));
    }

    private AppendResult use(StoredLease lease, long maxUses) {
        return useLog().append(used(WORK, lease.id(), NOW), count(lease, maxUses));
    }
}
