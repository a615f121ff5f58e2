package io.omnibridge.adapters.store.vault;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.SealedAccounts;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.sealing.TinkLeaseSealer;
import io.omnibridge.adapters.store.sealing.TinkRevocationSealer;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.application.maintenance.RowOpeners;
import io.omnibridge.application.maintenance.ScanObserver;
import io.omnibridge.application.maintenance.VerifyCredentials;
import io.omnibridge.application.maintenance.VerifyResult;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.lease.StoredLease;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which changes of single rows by an attacker verifying all credentials notices, and which it cannot. */
public interface SealedRowsContract {

    /** The distance between the bytes that are changed in a store. The tests of the sealers change each byte. */
    int STEP = 7;

    AccountKey WORK = key(ALICE, GOOGLE, "work");
    AccountKey BOBS = key(BOB, GOOGLE, "work");

    /** Returns a store that is empty before each test, and the same one all through it. */
    DurableStore durable();

    /** Two accounts, and their verification. */
    final class Verified {

        private final Keyset keyset = Keyset.generate();
        private final DurableStore durable;
        private final TokenStore store;
        private final SealedAccounts accounts;

        Verified(DurableStore durable) {
            this.durable = durable;
            this.store = VaultPorts.over(
                            durable.users(),
                            new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "https://issuer.example"))
                    .accounts();
            this.accounts = new SealedAccounts(store, keyset);
            accounts.link(WORK, "1");
            accounts.link(BOBS, "2");
        }

        Account work() {
            return store.find(WORK).orElseThrow();
        }

        void putBytes(SealedCredentials sealed) {
            assertTrue(new VaultAccountScan(durable.users()).reseal(work(), sealed));
        }

        void putRow(Account row) {
            store.unlink(work().metadata(), Optional.empty(), action(ActionKind.UNLINK, WORK));
            store.link(row, QUOTA, Optional.empty(), action(ActionKind.LINK, WORK));
        }

        List<AccountKey> unreadable() {
            List<AccountKey> unreadable = new ArrayList<>();
            VerifyResult result = new VerifyCredentials(
                            new VaultAccountScan(durable.users()),
                            new RowOpeners(
                                    new TinkCredentialSealer(keyset, "https://issuer.example")::open,
                                    new TinkRevocationSealer(keyset, "https://issuer.example")::open,
                                    new TinkLeaseSealer(keyset, "https://issuer.example")::open),
                            Clock.systemUTC())
                    .verify(new ScanObserver() {
                        @Override
                        public void scanned(long accounts) {}

                        @Override
                        public void unreadable(AccountKey account) {
                            unreadable.add(account);
                        }

                        @Override
                        public void unreadable(StoredLease lease) {
                            throw new AssertionError("there is no lease");
                        }
                    });
            assertEquals(2, result.accounts() + result.unreadable());
            return unreadable;
        }
    }

    @Test
    @Tag("C2")
    default void a_changed_byte_makes_exactly_that_account_unreadable() {
        Verified verified = new Verified(durable());
        byte[] sealed = verified.work().credentials().toBytes();

        for (int i = 0; i < sealed.length; i += STEP) {
            byte[] flipped = sealed.clone();
            flipped[i] ^= 1;
            verified.putBytes(new SealedCredentials(flipped));
            assertEquals(List.of(WORK), verified.unreadable());
        }

        verified.putBytes(new SealedCredentials(sealed));
        assertEquals(List.of(), verified.unreadable());
    }

    @Test
    @Tag("C4")
    default void sealed_bytes_of_an_earlier_generation_or_link_under_newer_columns_are_noticed() {
        Verified verified = new Verified(durable());
        Account former = verified.work();

        verified.accounts.renew(WORK);
        verified.putBytes(former.credentials());
        assertEquals(List.of(WORK), verified.unreadable());

        verified.accounts.link(WORK, "3");
        verified.putBytes(former.credentials());
        assertEquals(List.of(WORK), verified.unreadable());
    }

    /** The limit that docs/threat-model.md names: nothing in a row says that a later one existed. */
    @Test
    @Tag("C4")
    default void a_whole_former_row_opens_again() {
        Verified verified = new Verified(durable());
        Account former = verified.work();
        verified.accounts.renew(WORK);

        verified.putRow(former);

        assertEquals(former, verified.work());
        assertEquals(List.of(), verified.unreadable());
    }
}
