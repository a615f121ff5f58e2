package io.omnibridge.application.maintenance;

import static io.omnibridge.application.maintenance.NumberedKeys.account;
import static io.omnibridge.application.maintenance.NumberedKeys.pendingRevocation;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Key 2 is the primary key. Each of the two pages has one unreadable row. */
class MaintenanceScanTest {

    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final AccountsToScan scan = new AccountsToScan();
    private final NumberedKeys keys = new NumberedKeys(2);
    private final RecordingScanObserver observed = new RecordingScanObserver();

    @Test
    @Tag("C5")
    void every_account_that_is_not_under_the_primary_key_is_resealed() {
        scan.accounts.addAll(List.of(account("a", 1), account("b", 2), account("c", 1), account("d", 3)));

        assertEquals(new ResealResult(3, 0, 2), reseal());

        assertEquals(new KeyUse(Map.of(2L, 4L), Map.of(), 2), count());
        assertEquals(List.of(3L, 6L), observed.scanned.subList(0, 2));
    }

    @Test
    @Tag("C5")
    void resealed_accounts_are_neither_opened_nor_written_again() {
        scan.accounts.addAll(List.of(account("a", 1), account("b", 2, false)));
        reseal();

        assertEquals(new ResealResult(0, 0, 1), reseal());

        assertEquals(1, scan.writes);
        assertEquals(List.of(), observed.unreadable);
    }

    @Test
    @Tag("C2")
    @Tag("C5")
    void unreadable_accounts_are_reported_and_left_unchanged() {
        Account damaged = account("a", 1, false);
        scan.accounts.addAll(List.of(damaged, account("b", 0, false), account("c", 1)));

        assertEquals(new ResealResult(1, 0, 4), reseal());

        assertEquals(List.of("a", "b"), observed.unreadable);
        assertEquals(damaged, scan.accounts.get(0));
    }

    @Test
    @Tag("C5")
    void accounts_changed_by_a_node_meanwhile_are_left_to_it() {
        Account changed = account("a", 1);
        scan.accounts.add(changed);
        scan.changedMeanwhile.add(changed);

        assertEquals(new ResealResult(0, 0, 1), reseal());
        assertEquals(1, count().of(1));
    }

    @Test
    @Tag("C5")
    void keys_are_counted_without_opening_anything() {
        scan.accounts.addAll(List.of(account("a", 1), account("b", 1, false), account("c", 2), account("d", 0)));

        KeyUse use = count();

        assertEquals(new KeyUse(Map.of(1L, 2L, 2L, 1L), Map.of(), 3), use);
        assertEquals(0, use.of(7));
        assertEquals(5, use.ofOthersThan(2));
        assertEquals(List.of(), observed.unreadable);
    }

    @Test
    @Tag("C2")
    void verifying_opens_everything_and_reports_unreadable_accounts() {
        scan.accounts.addAll(List.of(account("a", 2), account("b", 2, false), account("c", 1)));

        assertEquals(new VerifyResult(2, 0, 3), verify());

        assertEquals(List.of("b"), observed.unreadable);
        assertEquals(0, scan.writes);
    }

    @Test
    @Tag("C5")
    void pending_revocations_are_resealed_counted_and_verified() {
        scan.accounts.add(account("a", 2));
        scan.pendingRevocations.addAll(List.of(
                pendingRevocation("b", 1, true), pendingRevocation("c", 2, true), pendingRevocation("d", 1, false)));

        assertEquals(new ResealResult(1, 0, 2), reseal());
        assertEquals(new KeyUse(Map.of(1L, 1L, 2L, 3L), Map.of(), 1), count());
        assertEquals(new VerifyResult(3, 0, 2), verify());

        assertEquals(2, keys.keyOf(scan.pendingRevocations.get(0).sealed()).orElseThrow());
        assertEquals(List.of("d", "d"), observed.unreadable);
    }

    @Test
    @Tag("C5")
    void erased_credentials_need_no_key_and_are_not_unreadable() {
        Account erased = new Account(account("a", 1).metadata(), SealedCredentials.ERASED);
        scan.accounts.add(erased);

        assertEquals(new ResealResult(0, 0, 1), reseal());
        assertEquals(new KeyUse(Map.of(), Map.of(), 1), count());
        assertEquals(new VerifyResult(0, 0, 1), verify());

        assertEquals(List.of(erased), scan.accounts);
        assertEquals(List.of(), observed.unreadable);
    }

    private ResealResult reseal() {
        return new ResealAccounts(scan, keys, CLOCK).reseal(observed);
    }

    private KeyUse count() {
        return new CountKeyUse(scan, keys, CLOCK).count(observed);
    }

    private VerifyResult verify() {
        RowOpeners openers = new RowOpeners(keys::open, keys::open, keys::open);
        return new VerifyCredentials(scan, openers, CLOCK).verify(observed);
    }
}
