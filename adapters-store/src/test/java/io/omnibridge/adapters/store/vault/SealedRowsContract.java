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
import io.omnibridge.adapters.store.sealing.TinkTokenSealer;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.application.maintenance.ScanObserver;
import io.omnibridge.application.maintenance.VerifyCredentials;
import io.omnibridge.application.maintenance.VerifyResult;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What verifying everything notices of what a writer of the store did to single rows, and what it cannot. */
public interface SealedRowsContract {

    AccountKey WORK = key(ALICE, GOOGLE, "work");
    AccountKey BOBS = key(BOB, GOOGLE, "work");

    /** A store without anything in it, the same one all through a test. */
    DurableStore durable();

    /** Two accounts, and how they are verified. */
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
            store.unlink(work().metadata(), Optional.empty(), action(AuditedAction.Kind.UNLINK, WORK));
            store.link(row, QUOTA, Optional.empty(), action(AuditedAction.Kind.LINK, WORK));
        }

        List<AccountKey> unreadable() {
            List<AccountKey> unreadable = new ArrayList<>();
            VerifyResult verdict = new VerifyCredentials(
                            new VaultAccountScan(durable.users()),
                            new TinkCredentialSealer(keyset, "https://issuer.example"),
                            new TinkTokenSealer(keyset, "https://issuer.example"))
                    .verify(new ScanObserver() {
                        @Override
                        public void scanned(long accounts) {}

                        @Override
                        public void unreadable(AccountKey account) {
                            unreadable.add(account);
                        }
                    });
            assertEquals(2, verdict.opened() + verdict.unreadable());
            return unreadable;
        }
    }

    @Test
    @Tag("C2")
    default void whichever_byte_is_changed_the_account_is_named_and_no_other() {
        Verified verified = new Verified(durable());
        byte[] sealed = verified.work().credentials().toBytes();

        for (int i = 0; i < sealed.length; i++) {
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

    /** The limit that docs/threat-model.md names: nothing in the row says that there was a later one. */
    @Test
    @Tag("C4")
    default void a_whole_row_that_is_put_back_opens_again() {
        Verified verified = new Verified(durable());
        Account former = verified.work();
        verified.accounts.renew(WORK);

        verified.putRow(former);

        assertEquals(former, verified.work());
        assertEquals(List.of(), verified.unreadable());
    }
}
