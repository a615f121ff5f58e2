package io.omnibridge.adapters.store.copy;

import static io.omnibridge.application.port.Samples.account;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.adapters.store.vault.VaultOpening;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.Listing;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.identity.UserId;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A vault in one kind of store, an empty store of another kind, and what the tests of copying compare. */
abstract class CopyFixture {

    static final CopyProgress SILENT = step -> {};

    static BothStores stores;

    SourceVault vault;

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

    DurableStore source() {
        return from(stores).store();
    }

    DurableStore target() {
        return to(stores).store();
    }

    StoreCopy copy() {
        return copy(SILENT);
    }

    StoreCopy copy(CopyProgress progress) {
        return new StoreCopy(source(), target(), vault.chain(), progress);
    }

    static CopyComparison compared(CopyReport report) {
        return report.comparison().orElseThrow();
    }

    SourceVault opened(Keyset keyset) {
        SourceVault opened = SourceVault.in(target(), keyset);
        assertArrayEquals(vault.chain().identity(), opened.chain().identity());
        return opened;
    }

    void assertRefused(Keyset keyset) {
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

    void assertSame(UserId user) {
        List<AccountMetadata> accounts = Listing.all(vault.accounts(), user);
        assertEquals(accounts, Listing.all(targetAccounts(), user));
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

    TokenStore targetAccounts() {
        return VaultPorts.over(target().users(), vault.chain()).accounts();
    }

    void assertSameMetadata() {
        assertEquals(source().metadata().names(), target().metadata().names());
        source().metadata()
                .names()
                .forEach(name -> assertArrayEquals(
                        source().metadata().find(name).orElseThrow(),
                        target().metadata().find(name).orElseThrow()));
    }
}
