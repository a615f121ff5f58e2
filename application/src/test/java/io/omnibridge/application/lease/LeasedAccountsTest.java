package io.omnibridge.application.lease;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("N1")
class LeasedAccountsTest {

    private static final AccountKey HOME = key(ALICE, GOOGLE, "home");
    private static final AccountKey WORK = key(ALICE, GOOGLE, "work");
    private static final AccountKey PAGES = key(ALICE, NOTION, "pages");

    private final TokenStore store = mock();
    private final LeasedAccounts leasedAccounts = new LeasedAccounts(store);

    private LeasedAccountsResult named(AccountKey... keys) {
        return leasedAccounts.of(
                ALICE,
                Optional.of(List.of(keys).stream()
                        .map(key -> new RequestedAccount(key.provider(), key.providerAccountId()))
                        .toList()));
    }

    private void linked(AccountKey... keys) {
        when(store.keys(ALICE)).thenReturn(List.of(keys));
        for (AccountKey key : keys) {
            when(store.findMetadata(key)).thenReturn(Optional.of(account(key).metadata()));
        }
    }

    @Test
    void without_names_a_lease_opens_what_is_linked_in_a_fixed_order() {
        linked(PAGES, WORK, HOME);

        assertEquals(
                new LeasedAccountsResult.Found(List.of(HOME, WORK, PAGES)), leasedAccounts.of(ALICE, Optional.empty()));
    }

    @Test
    void names_are_taken_once_and_only_those_are_opened() {
        linked(PAGES, WORK, HOME);

        assertEquals(new LeasedAccountsResult.Found(List.of(WORK, PAGES)), named(PAGES, WORK, PAGES));
    }

    @Test
    void one_name_that_is_not_linked_refuses_all() {
        linked(WORK);

        assertEquals(new LeasedAccountsResult.NotLinked(), named(WORK, HOME));
    }

    @Test
    void without_names_none_and_more_than_twenty_accounts_are_refused() {
        linked();
        assertEquals(new LeasedAccountsResult.NoneLinked(), leasedAccounts.of(ALICE, Optional.empty()));

        linked(many(21));
        assertEquals(new LeasedAccountsResult.TooManyLinked(), leasedAccounts.of(ALICE, Optional.empty()));

        linked(many(20));
        assertEquals(
                20,
                ((LeasedAccountsResult.Found) leasedAccounts.of(ALICE, Optional.empty()))
                        .accounts()
                        .size());
    }

    private static AccountKey[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> key(ALICE, GOOGLE, "account-" + i))
                .toArray(AccountKey[]::new);
    }
}
