package io.omnibridge.adapters.store.copy;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseInspection;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.scan.ScannedVault;
import io.omnibridge.adapters.store.sealing.SealedAccounts;
import io.omnibridge.adapters.store.vault.VaultAccountScan;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What copying a whole vault from one kind of store to another one guarantees. */
abstract class StoreCopyContract extends InterruptedCopyContract {

    private static final List<UserId> ODD_USERS = List.of(
            new UserId("}{bob}"),
            new UserId("Zo\u00eb"),
            new UserId("Zoe\u0308"),
            new UserId("\ud83d\udd11 key: omnibridge:{x}:user"),
            new UserId("x".repeat(255)));

    @Test
    @Tag("C5")
    void everything_arrives_unchanged_and_opens() {
        SealedAccounts sealed = new SealedAccounts(vault.accounts());
        sealed.link(key(ALICE, GOOGLE, "sealed"), "a");
        ODD_USERS.forEach(user -> vault.link(user, 2));
        ODD_USERS.forEach(vault::linkExtremes);
        vault.unlink(key(ODD_USERS.get(0), GOOGLE, "a0"));

        CopyComparison compared = compared(copy().run());

        assertTrue(compared.agrees(), compared::toString);
        assertEquals(6, compared.source().users());
        assertEquals(20, compared.source().accounts());
        assertEquals(22, compared.source().events());
        assertEquals(64, compared.source().digest().length());
        ODD_USERS.forEach(this::assertSame);
        assertSame(ALICE);
        assertSameMetadata();
        sealed.assertOpensIn(opened(vault.keyset()).accounts(), key(ALICE, GOOGLE, "sealed"));
    }

    @Test
    @Tag("U3")
    void audit_log_and_quota_continue_in_the_target() {
        vault.link(ALICE, 3);
        StoredChainHead kept = source().users().head(ALICE);
        copy().run();

        SourceVault moved = opened(vault.keyset());
        assertInstanceOf(
                LinkResult.QuotaExceeded.class,
                moved.accounts()
                        .link(
                                account(key(ALICE, GOOGLE, "more")),
                                3,
                                Optional.empty(),
                                action(ActionKind.LINK, key(ALICE, GOOGLE, "more"))));
        moved.link(account(key(ALICE, GOOGLE, "more")));

        VerificationResult verification = new ChainInspection(target().users(), moved.chain()).of(ALICE, kept);
        assertEquals(
                4,
                assertInstanceOf(VerificationResult.Intact.class, verification)
                        .head()
                        .count());
    }

    @Test
    @Tag("D6")
    void a_user_at_the_quota_and_a_long_audit_log_arrive() {
        vault.link(ALICE, QUOTA);
        vault.refuse(BOB, 1_203);

        CopyReport report = copy().run();

        assertTrue(compared(report).agrees(), report::toString);
        assertSame(ALICE);
        assertSame(BOB);
    }

    @Test
    @Tag("O9")
    void pending_revocations_are_copied_unless_completed_since() {
        PendingRevocation completed = vault.addRevocation(ALICE);
        List<PendingRevocation> pending =
                IntStream.range(0, 60).mapToObj(i -> vault.addRevocation(BOB)).toList();
        copy().ahead();
        vault.complete(completed);

        assertTrue(compared(copy().run()).agrees());

        assertEquals(
                new HashSet<>(pending),
                new HashSet<>(ScannedVault.of(new VaultAccountScan(target().users())::pendingRevocations, 100)
                        .items()));
        assertEquals(List.of(), target().users().pendingRevocations(ALICE));
        opened(vault.keyset()).complete(pending.get(0));
        assertEquals(59, target().users().pendingRevocations(BOB).size());
    }

    @Test
    @Tag("U6")
    @Tag("N1")
    void uses_their_base_and_leases_with_their_counts_arrive() {
        vault.link(ALICE, 1);
        StoredLease used = vault.useLease(ALICE, 600);
        StoredLease ended = vault.endedLease(ALICE);
        vault.pruneUses(ALICE, 500);
        vault.use(BOB);

        CopyReport report = copy().run();

        assertTrue(compared(report).agrees(), report::toString);
        VaultPorts moved = VaultPorts.over(target().users(), vault.chain());
        assertEquals(600, moved.leases().find(ALICE, used.id()).orElseThrow().used());
        assertTrue(
                moved.leases().find(ALICE, ended.id()).orElseThrow().endedAt().isPresent());
        assertEquals(vault.ports().leases().list(ALICE), moved.leases().list(ALICE));
        for (UserId user : List.of(ALICE, BOB)) {
            StoredChainHead head = source().users().uses().head(user);
            assertEquals(
                    new VerificationResult.Intact(head),
                    new UseInspection(target().users().uses(), vault.chain().uses()).of(user, head));
        }
        assertEquals(
                100,
                moved.useLog().list(ALICE, Long.MAX_VALUE, 1_000).receipts().size());
    }

    @Test
    void a_use_or_a_count_that_differs_makes_the_copy_differ() {
        vault.link(ALICE, 1);
        StoredLease lease = vault.useLease(ALICE, 1);
        copy().ahead();
        vault.use(ALICE);
        vault.ports().leases().end(ALICE, lease.id(), UseSamples.end(lease, NOW));

        CopyReport report = copy().run();

        assertEquals(1, report.copied());
        assertTrue(compared(report).agrees(), report::toString);
    }

    @Test
    void a_vault_without_users_is_copied() {
        assertTrue(compared(copy().run()).agrees());
        assertSameMetadata();
        opened(vault.keyset());
    }
}
