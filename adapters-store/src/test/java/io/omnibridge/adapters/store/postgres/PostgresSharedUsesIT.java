package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.UseSamples.used;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.spi.CountedLease;
import io.omnibridge.adapters.store.spi.SharedUseStore;
import io.omnibridge.adapters.store.spi.UseCount;
import io.omnibridge.adapters.store.spi.UseSnapshot;
import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.application.port.Race;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.use.UseReceipt;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

        whileLocked("use_logs", () -> assertEquals(Set.of(BOB), append(write(ALICE, head, Map.of()), first(BOB))));

        assertEquals(Set.of(ALICE), append(write(ALICE, head, Map.of())));
    }

    @Test
    @Tag("N1")
    void a_lease_that_another_transaction_has_locked_refuses_only_the_write_of_its_owner() throws Exception {
        Map<LeaseId, UseCount> counts = Map.of(begin(ALICE).id(), new UseCount(1, 2, NOW));

        whileLocked(
                "leases",
                () -> assertEquals(Set.of(BOB), append(write(ALICE, StoredChainHead.NONE, counts), first(BOB))));

        assertEquals(Set.of(ALICE), append(write(ALICE, StoredChainHead.NONE, counts)));
    }

    @Test
    @Tag("U4")
    void rows_of_one_user_that_make_the_statement_fail_keep_no_other_user_from_reading() throws Exception {
        database.execute("INSERT INTO use_receipts (user_id, position, receipt, mac) VALUES ('alice', 1, '{}', '')");

        assertEquals(Set.of(), append(first(ALICE), first(BOB)));

        assertEquals(StoredChainHead.NONE, users().uses().head(BOB));
        Race.of(
                2,
                i -> i == 0
                        ? assertThrows(
                                StoreUnavailable.class, () -> ports().useLog().append(receipt(ALICE), Optional.empty()))
                        : ports().useLog().append(receipt(BOB), Optional.empty()));
        assertEquals(1, users().uses().head(BOB).count());
    }

    private void whileLocked(String table, Runnable work) throws SQLException {
        try (Connection other = DriverManager.getConnection(database.url(), "postgres", "none");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT 1 FROM " + table + " WHERE user_id = '" + ALICE.value() + "' FOR UPDATE");
            work.run();
            other.rollback();
        }
    }

    private static UseReceipt receipt(UserId user) {
        return used(key(user, GOOGLE, "work"), NOW);
    }

    @Test
    @Tag("N1")
    void a_lease_that_is_over_refuses_only_the_write_of_its_owner() {
        StoredLease over = begin(ALICE);
        StoredLease open = begin(BOB);

        Set<UserId> written = append(
                write(ALICE, StoredChainHead.NONE, Map.of(over.id(), new UseCount(2, 1, NOW))),
                write(BOB, StoredChainHead.NONE, Map.of(open.id(), new UseCount(1, 2, NOW))));

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
                new UseSnapshot(StoredChainHead.NONE, Map.of(lease.id(), CountedLease.of(lease))),
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

    private static UseWrite write(UserId user, StoredChainHead former, Map<LeaseId, UseCount> counts) {
        UseReceipt receipt = receipt(user);
        StoredChainHead next = TestDatabase.CHAIN.uses().headAfter(former, receipt);
        ChainedUse chained = new ChainedUse(next.count(), receipt, next.mac());
        return new UseWrite(user, former, List.of(chained), counts, Optional.empty());
    }
}
