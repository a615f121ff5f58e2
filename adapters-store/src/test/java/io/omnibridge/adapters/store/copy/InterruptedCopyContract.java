package io.omnibridge.adapters.store.copy;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.adapters.store.vault.VaultAccountScan;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a copy guarantees that is made ahead, interrupted, or made while nodes write. */
abstract class InterruptedCopyContract extends RefusedCopyContract {

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
            value = CopyStep.class,
            names = {"COPYING", "REMOVING"})
    void writes_of_nodes_meanwhile_are_noticed_and_copied_by_a_second_run(CopyStep step) {
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

        CopyComparison compared = compared(report);
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
                    if (done == CopyStep.VERIFYING && erased.compareAndSet(false, true)) {
                        new VaultAccountScan(source().users()).erase(ALICE);
                        new VaultAccountScan(source().users()).erase(BOB);
                    }
                })
                .run();

        assertFalse(compared(report).agrees());
        assertEquals(2, copy().run().removed());
        assertFalse(target().metadata().hasUsers());
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

    private void assertSameIfCopied(UserId user) {
        if (!target().metadata().names().isEmpty()) {
            assertSame(user);
        }
    }
}
