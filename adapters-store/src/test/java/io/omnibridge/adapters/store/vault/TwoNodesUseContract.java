package io.omnibridge.adapters.store.vault;

import static io.omnibridge.adapters.store.vault.DurableStoreContract.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.UseSamples.count;
import static io.omnibridge.application.port.UseSamples.used;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseInspection;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.port.Race;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseEnd;
import io.omnibridge.domain.lease.StoredLease;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Uses and leases of two nodes on one store. */
public interface TwoNodesUseContract {

    int CALLERS = 50;
    AccountKey READ = key(ALICE, GOOGLE, "work");

    /** Returns a store that is empty before each test, and the same one all through it. */
    DurableStore durable();

    /** The same store as another node has it. */
    DurableStore another();

    @Test
    @Tag("U4")
    default void no_receipt_of_two_nodes_is_lost_and_the_chain_is_intact() throws Exception {
        VaultPorts[] nodes = nodes();

        Race.of(CALLERS, i -> nodes[i % 2].useLog().append(used(READ, NOW), Optional.empty()));

        StoredChainHead head = durable().users().uses().head(ALICE);
        assertEquals(CALLERS, head.count());
        assertEquals(
                new VerificationResult.Intact(head),
                new UseInspection(durable().users().uses(), CHAIN.uses()).of(ALICE, StoredChainHead.NONE));
    }

    /** A store may write the receipts of several users together. */
    @Test
    @Tag("U4")
    @Tag("U5")
    default void receipts_of_many_users_of_two_nodes_leave_every_chain_intact() throws Exception {
        VaultPorts[] nodes = nodes();
        List<UserId> users =
                IntStream.range(0, 7).mapToObj(i -> new UserId("user-" + i)).toList();

        Race.of(CALLERS, i -> {
            for (UserId user : users) {
                nodes[i % 2].useLog().append(used(key(user, GOOGLE, "work"), NOW), Optional.empty());
            }
            return true;
        });

        for (UserId user : users) {
            StoredChainHead head = durable().users().uses().head(user);
            assertEquals(CALLERS, head.count());
            assertEquals(
                    new VerificationResult.Intact(head),
                    new UseInspection(durable().users().uses(), CHAIN.uses()).of(user, StoredChainHead.NONE));
        }
    }

    @Test
    @Tag("N1")
    default void the_last_uses_of_a_lease_are_made_once_across_nodes() throws Exception {
        VaultPorts[] nodes = nodes();
        StoredLease lease = begin(nodes[0]);

        List<AppendResult> results =
                Race.of(CALLERS, i -> nodes[i % 2].useLog().append(used(READ, lease.id(), NOW), count(lease, 7)));

        assertEquals(7, Collections.frequency(results, new AppendResult.Appended()));
        assertEquals(43, Collections.frequency(results, new AppendResult.LeaseOver(LeaseEnd.USES)));
        assertEquals(7, nodes[1].leases().find(ALICE, lease.id()).orElseThrow().used());
        assertEquals(7, durable().users().uses().head(ALICE).count());
    }

    @Test
    @Tag("N1")
    @Tag("U5")
    default void a_lease_ended_at_one_node_is_over_at_the_other() throws Exception {
        VaultPorts[] nodes = nodes();
        StoredLease lease = begin(nodes[0]);
        AtomicBoolean ended = new AtomicBoolean();

        List<Boolean> usedAfterTheEnd = Race.of(12, i -> {
            if (i == 0) {
                assertTrue(nodes[0].leases().end(ALICE, lease.id(), UseSamples.end(lease, NOW)));
                ended.set(true);
                return false;
            }
            boolean late = false;
            for (int n = 0; n < 10; n++) {
                boolean wasEnded = ended.get();
                AppendResult result = nodes[i % 2].useLog().append(used(READ, lease.id(), NOW), count(lease, 1_000));
                late |= wasEnded && result.equals(new AppendResult.Appended());
            }
            return late;
        });

        assertEquals(0, Collections.frequency(usedAfterTheEnd, true));
        assertEquals(
                durable().users().uses().head(ALICE).count(),
                nodes[0].leases().find(ALICE, lease.id()).orElseThrow().used());
    }

    /** An unlink that a use made fail, or wait longer than the store's timeout, would throw. */
    @Test
    @Tag("U5")
    default void fifty_parallel_reads_neither_refuse_nor_delay_a_change() throws Exception {
        VaultPorts[] nodes = nodes();
        Account account = account(READ);
        nodes[0].accounts().link(account, QUOTA, Optional.empty(), action(ActionKind.LINK, READ));
        StoredLease lease = begin(nodes[0]);

        List<Boolean> done = Race.of(CALLERS + 2, i -> {
            if (i == 0) {
                return nodes[0].accounts()
                        .unlink(account.metadata(), Optional.empty(), action(ActionKind.UNLINK, READ));
            }
            if (i == 1) {
                return nodes[1].leases().end(ALICE, lease.id(), UseSamples.end(lease, NOW));
            }
            for (int n = 0; n < 3; n++) {
                nodes[i % 2].useLog().append(used(READ, NOW.plusSeconds(60L * n)), Optional.empty());
            }
            return true;
        });

        assertEquals(CALLERS + 2, Collections.frequency(done, true));
        assertEquals(4, durable().users().head(ALICE).count());
        assertEquals(3 * CALLERS, durable().users().uses().head(ALICE).count());
    }

    private VaultPorts[] nodes() {
        return new VaultPorts[] {
            VaultPorts.over(durable().users(), CHAIN), VaultPorts.over(another().users(), CHAIN)
        };
    }

    private static StoredLease begin(VaultPorts node) {
        StoredLease lease = UseSamples.lease(ALICE, NOW.plusSeconds(3_600));
        assertTrue(node.leases().add(lease, QUOTA, UseSamples.begin(lease, NOW)));
        return lease;
    }
}
