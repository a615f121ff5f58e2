package io.omnibridge.adapters.store.redis;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultOpening;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.SignOutsContract;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.use.UseReceipt;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A Redis whose memory is full refuses to grow, lets users and operators remove, and lets nodes start. */
@Tag("P7")
class RedisFullMemoryIT extends OneRedis {

    private static final String FULL = "1";
    private static final String UNLIMITED = "0";

    private final Account work = account(key(ALICE, GOOGLE, "work"));
    private final Account home = account(key(BOB, GOOGLE, "home"));

    private void linkBoth() {
        link(work);
        link(home);
    }

    private static void maxmemory(String bytes) {
        server.ask(jedis -> jedis.configSet("maxmemory", bytes));
    }

    @Test
    void an_account_is_unlinked_and_its_revocation_is_carried_out() {
        linkBoth();
        PendingRevocation revocation = pendingRevocation(work, RevocationScope.GRANT);
        maxmemory(FULL);
        try {
            assertThrows(StoreUnavailable.class, () -> link(account(key(ALICE, GOOGLE, "new"))));

            AuditedAction unlinking = action(ActionKind.UNLINK, work.key());
            assertTrue(ports().accounts().unlink(work.metadata(), Optional.of(revocation), unlinking));
            PendingRevocation claimed = revocation.afterFailure(LATER);
            assertTrue(ports().pendingRevocations().replace(revocation, claimed));
            assertTrue(ports().pendingRevocations()
                    .complete(claimed, action(ActionKind.REVOKE, work.key()).withOutcome(AuditOutcome.REVOKED)));

            assertEquals(List.of(), ports().accounts().keys(ALICE));
            assertEquals(List.of(), users().pendingRevocations(ALICE));
            assertEquals(List.of(AuditOutcome.REVOKED, AuditOutcome.UNLINKED, AuditOutcome.LINKED), outcomes(ALICE));
        } finally {
            maxmemory(UNLIMITED);
        }
    }

    @Test
    void a_user_is_erased() {
        linkBoth();
        maxmemory(FULL);
        try {
            assertEquals(new ErasedUser(1, 1), ports().scan().erase(ALICE));
            assertEquals(List.of(), ports().accounts().keys(ALICE));
            assertEquals(1, ports().accounts().keys(BOB).size());
        } finally {
            maxmemory(UNLIMITED);
        }
    }

    @Test
    void a_refusal_to_grow_changes_nothing() {
        linkBoth();
        maxmemory(FULL);
        try {
            String before = server.content();
            assertThrows(StoreUnavailable.class, () -> link(account(key(ALICE, GOOGLE, "new"))));
            assertThrows(StoreUnavailable.class, () -> link(work));
            assertEquals(before, server.content());
        } finally {
            maxmemory(UNLIMITED);
        }
    }

    @Test
    @Tag("U4")
    @Tag("N1")
    void a_lease_is_ended_receipts_are_pruned_and_no_use_is_appended() {
        linkBoth();
        StoredLease lease = UseSamples.lease(ALICE, LATER);
        ports().leases().add(lease, QUOTA, UseSamples.begin(lease, NOW));
        for (int i = 0; i < 3; i++) {
            ports().useLog().append(UseSamples.used(work.key(), NOW), Optional.empty());
        }
        maxmemory(FULL);
        try {
            UseReceipt use = UseSamples.used(work.key(), lease.id(), NOW);
            assertThrows(StoreUnavailable.class, () -> ports().useLog().append(use, UseSamples.count(lease, 9)));
            assertTrue(ports().leases().end(ALICE, lease.id(), UseSamples.end(lease, NOW)));
            assertEquals(2, ports().useLog().prune(ALICE, LATER));

            StoredLease ended = ports().leases().find(ALICE, lease.id()).orElseThrow();
            assertEquals(0, ended.used());
            assertEquals(Optional.of(NOW), ended.endedAt());
        } finally {
            maxmemory(UNLIMITED);
        }
    }

    @Test
    @Tag("W1")
    void a_user_signs_out_and_is_erased() {
        maxmemory(FULL);
        try {
            ports().signOuts().signOut(ALICE, SignOutsContract.signingOut(ALICE, NOW));
            assertEquals(Optional.of(NOW), ports().signOuts().lastOf(ALICE));
            assertEquals(new ErasedUser(0, 1), ports().scan().erase(ALICE));
            assertEquals(Optional.of(NOW), ports().signOuts().lastOf(ALICE));
        } finally {
            maxmemory(UNLIMITED);
        }
    }

    @Test
    void a_node_starts_without_a_write() {
        Keyset keyset = Keyset.generate();
        open(keyset);
        linkBoth();
        maxmemory(FULL);
        try {
            String before = server.content();
            assertDoesNotThrow(() -> open(keyset));
            assertEquals(before, server.content());
        } finally {
            maxmemory(UNLIMITED);
        }
    }

    private static void open(Keyset keyset) {
        try (DurableStore node = server.open()) {
            new VaultOpening(node.metadata(), keyset, "https://issuer.example", new SecureRandom()).open("sub");
            VaultPorts.over(node.users(), RedisProcess.CHAIN).accounts().keys(ALICE);
        }
    }
}
