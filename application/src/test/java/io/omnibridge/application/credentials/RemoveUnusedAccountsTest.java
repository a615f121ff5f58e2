package io.omnibridge.application.credentials;

import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.application.port.TimedAccount;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.application.revocation.RemoveAccount;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderAccountId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P1")
class RemoveUnusedAccountsTest {

    private static final Instant LONG_AGO = NOW.minus(Duration.ofDays(90));

    private final RefreshFixture fixture = new RefreshFixture();
    private final AccountScan scan = mock();
    private final TokenStore store = mock();
    private final Map<AccountKey, Account> accounts = new HashMap<>();
    private Instant storeTime = NOW;
    private Instant clockTime = NOW;

    @BeforeEach
    void answer() {
        when(scan.accounts(any(), anyInt()))
                .thenAnswer(call -> new ScanPage<>(List.copyOf(accounts.values()), 0, Optional.empty()));
        when(store.findWithStoreTime(any()))
                .thenAnswer(call -> Optional.ofNullable(accounts.get(call.<AccountKey>getArgument(0)))
                        .map(account -> new TimedAccount(account, storeTime)));
        when(store.unlink(any(), any(), any()))
                .thenAnswer(call ->
                        accounts.remove(call.<AccountMetadata>getArgument(0).key()) != null);
    }

    private RemoveUnusedAccounts removeUnusedAccounts() {
        IdleGrantPolicy policy = new IdleGrantPolicy(fixture.grants, fixture.catalogue, IdleGrantLimits.DEFAULT);
        RevocationPlanner planner =
                new RevocationPlanner(fixture.grants, fixture.grants, fixture.catalogue, new SecureRandom());
        return new RemoveUnusedAccounts(
                scan,
                policy,
                new RemoveAccount(store, planner),
                RefreshEvents.NONE,
                Clock.fixed(clockTime, ZoneOffset.UTC));
    }

    private RefreshIdleGrantsResult pass() {
        IdleGrantPolicy policy = new IdleGrantPolicy(fixture.grants, fixture.catalogue, IdleGrantLimits.DEFAULT);
        return new RefreshIdleGrants(
                        scan,
                        policy,
                        fixture.node,
                        removeUnusedAccounts(),
                        (account, refresh) -> {},
                        Clock.fixed(clockTime, ZoneOffset.UTC))
                .refresh();
    }

    /** Adds accounts, the first of them unused. */
    private void accounts(long all, long unused) {
        fixture.link(RefreshFixture.grant("old", 3_600));
        LongStream.range(0, all).forEach(i -> add(i, i < unused ? LONG_AGO : NOW.minusSeconds(7_200)));
    }

    private void add(long number, Instant usedAt) {
        AccountMetadata sample = fixture.row().metadata();
        AccountKey key = new AccountKey(
                sample.key().owner(), sample.key().provider(), new ProviderAccountId("account-" + number));
        AccountMetadata metadata = AccountMetadata.linked(
                        key, sample.version(), sample.scopes(), sample.linkedBy(), true, sample.expiresAt(), LONG_AGO)
                .withUsedAt(usedAt);
        accounts.put(key, new Account(metadata, fixture.row().credentials()));
    }

    @Test
    void a_pass_unlinks_a_tenth_of_the_accounts_and_no_more() {
        accounts(200, 20);
        assertEquals(20, pass().unlinked());

        accounts.clear();
        accounts(200, 21);
        RefreshIdleGrantsResult withheld = pass();

        assertEquals(0, withheld.unlinked());
        assertEquals(21, withheld.withheld());
        assertEquals(200, accounts.size());
    }

    @Test
    void a_pass_unlinks_ten_accounts_of_a_tiny_vault_and_no_more() {
        accounts(10, 10);
        assertEquals(10, pass().unlinked());

        accounts(11, 11);
        assertEquals(11, pass().withheld());
        assertEquals(11, accounts.size());
    }

    @Test
    @Tag("D23")
    @Tag("R11")
    void an_account_whose_data_was_used_is_not_unused() {
        accounts(1, 1);
        accounts.replaceAll((key, account) ->
                new Account(account.metadata().withDataUsedAt(NOW.minusSeconds(7_200)), account.credentials()));

        assertEquals(0, pass().unlinked());
    }

    @Test
    void a_clock_that_is_100_days_ahead_unlinks_nothing() {
        accounts(9, 0);
        clockTime = NOW.plus(Duration.ofDays(100));

        assertEquals(0, pass().unlinked());
        assertEquals(9, accounts.size());
    }

    @Test
    void a_store_clock_that_is_100_days_ahead_unlinks_nothing_of_many() {
        accounts(1_000, 0);
        clockTime = NOW.plus(Duration.ofDays(100));
        storeTime = clockTime;

        assertEquals(1_000, pass().withheld());
        assertEquals(1_000, accounts.size());
    }

    @Test
    void an_operator_may_unlink_as_many_as_the_operator_names() {
        accounts(100, 50);

        assertEquals(
                new RemoveUnusedAccountsResult(0, 50), removeUnusedAccounts().remove(49));
        assertEquals(100, accounts.size());
        assertEquals(
                new RemoveUnusedAccountsResult(50, 0), removeUnusedAccounts().remove(50));
        assertEquals(50, accounts.size());
    }
}
