package io.omnibridge.application.maintenance;

import static io.omnibridge.application.maintenance.NumberedKeys.account;
import static io.omnibridge.application.maintenance.NumberedKeys.obligation;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.credentials.SealedCredentials;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Key 2 is the primary one. Each of the two pages has an account that cannot be read at all. */
class SweepingAccountsTest {

    private final AccountsToSweep sweep = new AccountsToSweep();
    private final NumberedKeys keys = new NumberedKeys(2);
    private final Observed observed = new Observed();

    @Test
    @Tag("C5")
    void every_account_that_is_not_under_the_primary_key_is_resealed() {
        sweep.accounts.addAll(List.of(account("a", 1), account("b", 2), account("c", 1), account("d", 3)));

        assertEquals(new ResealAccounts.Outcome(3, 2), reseal());

        assertEquals(new CountKeyUse.KeyUse(Map.of(2L, 4L), 2), count());
        assertEquals(List.of(3L, 6L), observed.met.subList(0, 2));
    }

    @Test
    @Tag("C5")
    void what_is_done_is_neither_opened_nor_written_again() {
        sweep.accounts.addAll(List.of(account("a", 1), account("b", 2, false)));
        reseal();

        assertEquals(new ResealAccounts.Outcome(0, 1), reseal());

        assertEquals(1, sweep.writes);
        assertEquals(List.of(), observed.unreadable);
    }

    @Test
    @Tag("C2")
    @Tag("C5")
    void what_does_not_open_is_named_and_left_and_stops_nothing() {
        Account damaged = account("a", 1, false);
        sweep.accounts.addAll(List.of(damaged, account("b", 0, false), account("c", 1)));

        assertEquals(new ResealAccounts.Outcome(1, 4), reseal());

        assertEquals(List.of("a", "b"), observed.unreadable);
        assertEquals(damaged, sweep.accounts.get(0));
    }

    @Test
    @Tag("C5")
    void what_somebody_else_changed_meanwhile_is_theirs() {
        Account changed = account("a", 1);
        sweep.accounts.add(changed);
        sweep.changedMeanwhile.add(changed);

        assertEquals(new ResealAccounts.Outcome(0, 1), reseal());
        assertEquals(1, count().of(1));
    }

    @Test
    @Tag("C5")
    void the_count_tells_who_needs_which_key_without_opening_anything() {
        sweep.accounts.addAll(List.of(account("a", 1), account("b", 1, false), account("c", 2), account("d", 0)));

        CountKeyUse.KeyUse use = count();

        assertEquals(new CountKeyUse.KeyUse(Map.of(1L, 2L, 2L, 1L), 3), use);
        assertEquals(0, use.of(7));
        assertEquals(5, use.ofOthersThan(2));
        assertEquals(List.of(), observed.unreadable);
    }

    @Test
    @Tag("C2")
    void verifying_opens_everything_and_names_what_does_not_open() {
        sweep.accounts.addAll(List.of(account("a", 2), account("b", 2, false), account("c", 1)));

        assertEquals(new VerifyCredentials.Verdict(2, 3), new VerifyCredentials(sweep, keys, keys).verify(observed));

        assertEquals(List.of("b"), observed.unreadable);
        assertEquals(0, sweep.writes);
    }

    @Test
    @Tag("C5")
    void obligations_are_resealed_counted_and_verified_as_accounts_are() {
        sweep.accounts.add(account("a", 2));
        sweep.obligations.addAll(
                List.of(obligation("b", 1, true), obligation("c", 2, true), obligation("d", 1, false)));

        assertEquals(new ResealAccounts.Outcome(1, 2), reseal());
        assertEquals(new CountKeyUse.KeyUse(Map.of(1L, 1L, 2L, 3L), 1), count());
        assertEquals(new VerifyCredentials.Verdict(3, 2), new VerifyCredentials(sweep, keys, keys).verify(observed));

        assertEquals(2, keys.keyOf(sweep.obligations.get(0).sealed()).orElseThrow());
        assertEquals(List.of("d", "d"), observed.unreadable);
    }

    @Test
    @Tag("C5")
    void erased_credentials_need_no_key_and_are_not_unreadable() {
        Account erased = new Account(account("a", 1).metadata(), SealedCredentials.ERASED);
        sweep.accounts.add(erased);

        assertEquals(new ResealAccounts.Outcome(0, 1), reseal());
        assertEquals(new CountKeyUse.KeyUse(Map.of(), 1), count());
        assertEquals(new VerifyCredentials.Verdict(0, 1), new VerifyCredentials(sweep, keys, keys).verify(observed));

        assertEquals(List.of(erased), sweep.accounts);
        assertEquals(List.of(), observed.unreadable);
    }

    private ResealAccounts.Outcome reseal() {
        return new ResealAccounts(sweep, keys).reseal(observed);
    }

    private CountKeyUse.KeyUse count() {
        return new CountKeyUse(sweep, keys).count(observed);
    }
}
