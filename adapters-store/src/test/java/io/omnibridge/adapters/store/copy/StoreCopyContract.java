package io.omnibridge.adapters.store.copy;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.copy.CopyProgress.Step;
import io.omnibridge.adapters.store.scan.ScannedVault;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.SealedAccounts;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.VaultAccountScan;
import io.omnibridge.adapters.store.vault.VaultOpening;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What copying a whole vault from one kind of store to another one guarantees. */
abstract class StoreCopyContract {

    private static final List<UserId> ODD_USERS = List.of(
            new UserId("}{bob}"),
            new UserId("Zo\u00eb"),
            new UserId("Zoe\u0308"),
            new UserId("\ud83d\udd11 key: omnibridge:{x}:user"),
            new UserId("x".repeat(255)));
    private static final CopyProgress SILENT = step -> {};

    private static BothStores stores;

    private SourceVault vault;

    abstract BothStores.Side from(BothStores both);

    abstract BothStores.Side to(BothStores both);

    @BeforeAll
    static void open() throws IOException, SQLException {
        stores = BothStores.open();
    }

    @AfterAll
    static void close() throws IOException {
        stores.close();
    }

    @BeforeEach
    void found() {
        from(stores).empty();
        to(stores).empty();
        vault = SourceVault.in(source(), Keyset.generate());
    }

    private DurableStore source() {
        return from(stores).store();
    }

    private DurableStore target() {
        return to(stores).store();
    }

    @Test
    @Tag("C5")
    void everything_arrives_unchanged_and_opens() {
        SealedAccounts sealed = new SealedAccounts(vault.accounts());
        sealed.link(key(ALICE, GOOGLE, "sealed"), "a");
        ODD_USERS.forEach(user -> vault.link(user, 2));
        ODD_USERS.forEach(vault::linkExtremes);
        vault.unlink(key(ODD_USERS.get(0), GOOGLE, "a0"));

        CopyReport.Comparison compared = compared(copy().run());

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
                                action(AuditedAction.Kind.LINK, key(ALICE, GOOGLE, "more"))));
        moved.link(account(key(ALICE, GOOGLE, "more")));

        VerificationResult verdict = new ChainInspection(target().users(), moved.chain()).of(ALICE, kept);
        assertEquals(
                5,
                assertInstanceOf(VerificationResult.Intact.class, verdict)
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
    void a_vault_without_users_is_copied() {
        assertTrue(compared(copy().run()).agrees());
        assertSameMetadata();
        opened(vault.keyset());
    }

    @Test
    void a_copy_made_ahead_is_brought_up_to_date_and_then_is_a_vault() {
        List.of("same", "changed", "gone").forEach(user -> vault.link(new UserId(user), 2));
        CopyReport ahead = copy().ahead();
        assertEquals(3, ahead.copied());
        assertTrue(ahead.comparison().isEmpty());
        assertRefused(vault.keyset());
        vault.unlink(key(new UserId("changed"), GOOGLE, "a0"));
        new VaultAccountScan(source().users()).erase(new UserId("gone"));
        vault.link(new UserId("new"), 1);

        CopyReport report = copy().run();

        assertEquals(2, report.copied());
        assertEquals(1, report.kept());
        assertEquals(1, report.removed());
        assertTrue(compared(report).agrees(), report::toString);
        List.of("same", "changed", "gone", "new").forEach(user -> assertSame(new UserId(user)));
        assertSameMetadata();
    }

    @Test
    void metadata_resealed_meanwhile_replace_what_was_copied() {
        vault.link(ALICE, 1);
        copy().ahead();
        VaultMetadata metadata = source().metadata();
        byte[] former = metadata.find("record-key").orElseThrow();
        metadata.replace("record-key", former, new byte[] {1, 2, 3});
        metadata.putIfAbsent("check.7", new byte[] {7});
        target().metadata().putIfAbsent("record-key", former);
        target().metadata().putIfAbsent("check.old", former);

        assertTrue(compared(copy().run()).agrees());
        assertSameMetadata();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("D1")
    void an_interrupted_copy_is_no_vault_and_completes_in_a_second_run(boolean lost) {
        vault.link(ALICE, 2);
        vault.link(BOB, 1);
        vault.refuse(new UserId("carol"), 1);
        int writes = 0;
        while (!endsAfter(writes, lost)) {
            if (target().metadata().names().isEmpty()) {
                assertFalse(target().metadata().hasUsers());
            } else if (target().metadata().names().contains("copy")) {
                assertRefused(vault.keyset());
                assertTrue(compared(copy().run()).agrees());
            }
            List.of(ALICE, BOB, new UserId("carol")).forEach(user -> assertSameIfCopied(user));
            to(stores).empty();
            writes++;
        }
        // The mark, three values of the metadata, the mark again, and of three users the erasure, the beginning,
        // accounts and events.
        assertEquals(16, writes);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"COPYING", "REMOVING"})
    void writes_of_nodes_meanwhile_are_noticed_and_copied_by_a_second_run(Step step) {
        vault.link(ALICE, 1);
        vault.link(BOB, 1);
        AtomicBoolean written = new AtomicBoolean();

        CopyReport report = copy(done -> {
                    if (done == step && written.compareAndSet(false, true)) {
                        vault.link(account(key(ALICE, GOOGLE, "late")));
                        vault.link(account(key(BOB, GOOGLE, "late")));
                    }
                })
                .run();

        CopyReport.Comparison compared = compared(report);
        assertFalse(compared.agrees());
        assertTrue(compared.differing() >= 1, report::toString);
        assertFalse(compared.source().digest().equals(compared.target().digest()));
        assertRefused(vault.keyset());
        assertTrue(compared(copy().run()).agrees());
        assertSame(ALICE);
    }

    @Test
    void a_user_erased_meanwhile_is_noticed_and_removed_by_a_second_run() {
        vault.link(ALICE, 1);
        vault.link(BOB, 1);
        AtomicBoolean erased = new AtomicBoolean();
        CopyReport report = copy(done -> {
                    if (done == Step.VERIFYING && erased.compareAndSet(false, true)) {
                        new VaultAccountScan(source().users()).erase(ALICE);
                        new VaultAccountScan(source().users()).erase(BOB);
                    }
                })
                .run();

        assertFalse(compared(report).agrees());
        assertEquals(2, copy().run().removed());
        assertFalse(target().metadata().hasUsers());
    }

    @Test
    @Tag("C6")
    void another_vault_is_never_copied_into_and_stays_as_it_is() {
        SourceVault other = SourceVault.in(target(), Keyset.generate());
        assertRefusedAndUnchanged();
        other.link(BOB, 1);
        assertRefusedAndUnchanged();
    }

    @Test
    @Tag("C6")
    void a_target_with_users_and_no_metadata_is_refused() {
        SourceVault.in(target(), Keyset.generate()).link(BOB, 1);
        VaultMetadata metadata = target().metadata();
        metadata.names()
                .forEach(name -> metadata.remove(name, metadata.find(name).orElseThrow()));

        assertRefusedAndUnchanged();
    }

    @Test
    @Tag("C6")
    void a_target_begun_by_a_copy_of_another_vault_is_refused() {
        vault.link(ALICE, 1);
        copy().ahead();
        AuditChain other = new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), SourceVault.ISSUER);

        String before = to(stores).content();
        assertThrows(StoreCannotStart.class, new StoreCopy(source(), target(), other, SILENT)::run);
        assertEquals(before, to(stores).content());
    }

    @Test
    void a_copy_that_came_to_its_end_is_a_vault_and_not_copied_into_again() {
        vault.link(ALICE, 1);
        copy().run();

        assertRefusedAndUnchanged();
    }

    @Test
    @Tag("C2")
    void unreadable_users_are_counted_and_the_target_is_no_vault() {
        vault.link(ALICE, 1);
        vault.link(BOB, 1);
        from(stores).spoil(ALICE);

        CopyReport.Comparison compared = compared(copy().run());

        assertEquals(1, compared.unreadable());
        assertFalse(compared.agrees());
        assertSame(BOB);
        assertRefused(vault.keyset());
        new VaultAccountScan(source().users()).erase(ALICE);
        assertTrue(compared(copy().run()).agrees());
    }

    private StoreCopy copy() {
        return copy(SILENT);
    }

    private StoreCopy copy(CopyProgress progress) {
        return new StoreCopy(source(), target(), vault.chain(), progress);
    }

    private static CopyReport.Comparison compared(CopyReport report) {
        return report.comparison().orElseThrow();
    }

    /** Whether that many writes are enough for a copy. */
    private boolean endsAfter(int writes, boolean lost) {
        try {
            return compared(new StoreCopy(source(), Interrupted.after(writes, lost, target()), vault.chain(), SILENT)
                            .run())
                    .agrees();
        } catch (StoreUnavailable e) {
            return false;
        }
    }

    private SourceVault opened(Keyset keyset) {
        SourceVault opened = SourceVault.in(target(), keyset);
        assertArrayEquals(vault.chain().identity(), opened.chain().identity());
        return opened;
    }

    private void assertRefused(Keyset keyset) {
        VaultOpening opening = new VaultOpening(target().metadata(), keyset, SourceVault.ISSUER, new SecureRandom());
        String problem = "OMNIBRIDGE_STORE: a copy into this store has not come to its end: run omnibridge store copy"
                + " again";
        assertEquals(
                problem,
                assertThrows(StoreCannotStart.class, () -> opening.open("sub")).getMessage());
        assertEquals(
                problem,
                assertThrows(StoreCannotStart.class, () -> opening.openExisting("sub"))
                        .getMessage());
    }

    private void assertRefusedAndUnchanged() {
        String before = to(stores).content();
        assertEquals(
                "the store that is copied to has a vault already, or a part of another one: empty it first, or copy to"
                        + " another store; nothing in it was changed",
                assertThrows(StoreCannotStart.class, copy()::run).getMessage());
        assertEquals(before, to(stores).content());
    }

    private void assertSameIfCopied(UserId user) {
        if (!target().metadata().names().isEmpty()) {
            assertSame(user);
        }
    }

    private void assertSame(UserId user) {
        List<AccountMetadata> accounts = vault.accounts().list(user);
        assertEquals(accounts, targetAccounts().list(user));
        for (AccountMetadata account : accounts) {
            assertArrayEquals(
                    vault.accounts()
                            .find(account.key())
                            .orElseThrow()
                            .credentials()
                            .toBytes(),
                    targetAccounts()
                            .find(account.key())
                            .orElseThrow()
                            .credentials()
                            .toBytes());
        }
        assertEquals(source().users().head(user), target().users().head(user));
        assertEquals(source().users().after(user, 0, 2_000), target().users().after(user, 0, 2_000));
    }

    private TokenStore targetAccounts() {
        return VaultPorts.over(target().users(), vault.chain()).accounts();
    }

    private void assertSameMetadata() {
        assertEquals(source().metadata().names(), target().metadata().names());
        source().metadata()
                .names()
                .forEach(name -> assertArrayEquals(
                        source().metadata().find(name).orElseThrow(),
                        target().metadata().find(name).orElseThrow()));
    }
}
