package io.omnibridge.application.accounts;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FindAccountsTest {

    private static final AccountKey KEY = key(ALICE, GOOGLE, "work");
    private static final AccountMetadata WORK = account(KEY).metadata();
    private static final AccountMetadata NOTES =
            account(key(ALICE, NOTION, "notes")).metadata();

    private final TokenStore store = mock();
    private final ListAccounts listAccounts = new ListAccounts(store);
    private final FindAccount findAccount = new FindAccount(store);

    @Test
    void a_caller_lists_their_own_accounts() {
        AccountPage page = new AccountPage(List.of(WORK, NOTES), Optional.of(AccountPosition.behind(NOTES.key())));
        when(store.list(ALICE, Optional.empty(), Optional.empty(), 2)).thenReturn(page);

        assertEquals(page, listAccounts.list(caller(ALICE), Optional.empty(), Optional.empty(), 2));
    }

    @Test
    void a_caller_lists_their_accounts_at_one_provider() {
        AccountPage page = new AccountPage(List.of(NOTES), Optional.empty());
        Optional<AccountPosition> after = Optional.of(AccountPosition.behind(KEY));
        when(store.list(ALICE, Optional.of(NOTION), after, 7)).thenReturn(page);

        assertEquals(page, listAccounts.list(caller(ALICE), Optional.of(NOTION), after, 7));
    }

    @Test
    void a_caller_finds_the_metadata_of_their_own_account() {
        when(store.findMetadata(KEY)).thenReturn(Optional.of(WORK));

        assertEquals(Optional.of(WORK), findAccount.find(caller(ALICE), GOOGLE, KEY.providerAccountId()));
        verify(store, never()).find(any());
    }

    @Test
    @Tag("D2")
    void an_unavailable_store_is_not_an_empty_list() {
        when(store.list(any(), any(), any(), anyInt())).thenThrow(new StoreUnavailable("down"));
        when(store.findMetadata(KEY)).thenThrow(new StoreUnavailable("down"));

        assertThrows(
                StoreUnavailable.class, () -> listAccounts.list(caller(ALICE), Optional.empty(), Optional.empty(), 1));
        assertThrows(StoreUnavailable.class, () -> findAccount.find(caller(ALICE), GOOGLE, KEY.providerAccountId()));
    }
}
