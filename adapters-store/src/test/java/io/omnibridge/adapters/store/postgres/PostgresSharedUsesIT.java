package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.UseSamples.used;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.spi.SharedUseStore;
import io.omnibridge.adapters.store.spi.UseSnapshot;
import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.use.UseReceipt;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Logs of several users in one statement. */
@Tag("U5")
class PostgresSharedUsesIT extends OneDatabase {

    private static final UserId CAROL = new UserId("carol");

    @Test
    @Tag("U4")
    void a_write_that_is_out_of_date_does_not_keep_those_of_others_from_their_logs() {
        assertEquals(Set.of(ALICE, BOB), append(first(ALICE), first(BOB)));

        assertEquals(Set.of(CAROL), append(first(ALICE), first(CAROL)));

        assertEquals(1, users().uses().head(ALICE).count());
        assertEquals(1, users().uses().after(CAROL, 0, 10).size());
    }

    @Test
    @Tag("U4")
    void a_log_that_another_transaction_has_locked_is_left_out() throws Exception {
        append(first(ALICE));
        StoredChainHead head = users().uses().head(ALICE);
        try (Connection other = DriverManager.getConnection(database.url(), "postgres", "none");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT 1 FROM use_logs WHERE user_id = '" + ALICE.value() + "' FOR UPDATE");

            assertEquals(Set.of(BOB), append(write(ALICE, head, Map.of()), first(BOB)));

            other.rollback();
        }
        assertEquals(Set.of(ALICE), append(write(ALICE, head, Map.of())));
    }

    @Test
    @Tag("N1")
    void a_lease_that_is_over_refuses_only_the_write_of_its_owner() {
        StoredLease over = begin(ALICE);
        StoredLease open = begin(BOB);

        Set<UserId> written = append(
                write(ALICE, StoredChainHead.NONE, Map.of(over.id(), new UseWrite.Count(2, 1))),
                write(BOB, StoredChainHead.NONE, Map.of(open.id(), new UseWrite.Count(1, 1))));

        assertEquals(Set.of(BOB), written);
        assertEquals(0, ports().leases().find(ALICE, over.id()).orElseThrow().used());
        assertEquals(1, ports().leases().find(BOB, open.id()).orElseThrow().used());
        assertEquals(StoredChainHead.NONE, users().uses().head(ALICE));
    }

    @Test
    @Tag("N1")
    void each_user_has_a_snapshot_with_no_lease_of_another() {
        StoredLease lease = begin(ALICE);
        append(first(BOB));

        Map<UserId, UseSnapshot> snapshots = shared().inSession(session -> session.snapshots(
                Map.of(ALICE, Set.of(lease.id()), BOB, Set.of(lease.id()), CAROL, Set.<LeaseId>of())));

        assertEquals(
                new UseSnapshot(StoredChainHead.NONE, Map.of(lease.id(), UseSnapshot.CountedLease.of(lease))),
                snapshots.get(ALICE));
        assertEquals(new UseSnapshot(users().uses().head(BOB), Map.of()), snapshots.get(BOB));
        assertEquals(new UseSnapshot(StoredChainHead.NONE, Map.of()), snapshots.get(CAROL));
    }

    private SharedUseStore shared() {
        return users().uses().shared().orElseThrow();
    }

    private Set<UserId> append(UseWrite... writes) {
        return shared().inSession(session -> session.append(List.of(writes)));
    }

    private StoredLease begin(UserId owner) {
        StoredLease lease = UseSamples.lease(owner, NOW.plus(1, ChronoUnit.HOURS));
        ports().leases().add(lease, QUOTA, UseSamples.begin(lease, NOW));
        return lease;
    }

    private static UseWrite first(UserId user) {
        return write(user, StoredChainHead.NONE, Map.of());
    }

    private static UseWrite write(UserId user, StoredChainHead former, Map<LeaseId, UseWrite.Count> counts) {
        UseReceipt receipt = used(key(user, GOOGLE, "work"), NOW);
        StoredChainHead next = TestDatabase.CHAIN.uses().append(former, receipt);
        ChainedUse chained = new ChainedUse(next.count(), receipt, next.mac());
        return new UseWrite(user, former, List.of(chained), counts, Optional.empty());
    }
}
