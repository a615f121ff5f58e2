package io.omnibridge.adapters.store.copy;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.VaultAccountScan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which targets a copy refuses, and leaves as they are. */
abstract class RefusedCopyContract extends SignOutCopyContract {

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

        CopyComparison compared = compared(copy().run());

        assertEquals(1, compared.unreadable());
        assertFalse(compared.agrees());
        assertSame(BOB);
        assertRefused(vault.keyset());
        new VaultAccountScan(source().users()).erase(ALICE);
        assertTrue(compared(copy().run()).agrees());
    }

    private void assertRefusedAndUnchanged() {
        String before = to(stores).content();
        assertEquals(
                "the store that is copied to has a vault already, or a part of another one: empty it first, or copy to"
                        + " another store; nothing in it was changed",
                assertThrows(StoreCannotStart.class, copy()::run).getMessage());
        assertEquals(before, to(stores).content());
    }
}
