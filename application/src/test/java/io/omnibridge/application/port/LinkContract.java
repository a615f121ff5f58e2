package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.LinkedBy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a link adds an account, replaces one, or is refused. */
public interface LinkContract extends StoreContract {

    @Test
    default void a_new_account_is_linked() {
        Account account = account(key(ALICE, GOOGLE, "work"));

        assertEquals(new LinkResult.Linked(account.metadata()), link(account));
    }

    @Test
    default void a_user_links_several_accounts_at_several_providers() {
        List<Account> accounts = List.of(
                account(key(ALICE, GOOGLE, "home")),
                account(key(ALICE, GOOGLE, "work")),
                account(key(ALICE, NOTION, "home")));
        accounts.forEach(this::link);

        assertEquals(accounts.stream().map(Account::metadata).toList(), Listing.all(store(), ALICE));
        accounts.forEach(account -> assertEquals(Optional.of(account), store().find(account.key())));
    }

    @Test
    default void a_relink_replaces_the_account_and_keeps_the_first_link_time() {
        AccountKey key = key(ALICE, GOOGLE, "work");
        link(account(key));
        Account replacement = account(key, LinkedBy.TOKEN, LATER);
        Account expected = replacement.withLinkedAt(NOW);

        assertEquals(new LinkResult.Replaced(expected.metadata()), link(replacement));
        assertEquals(Optional.of(expected), store().find(key));
        assertEquals(List.of(expected.metadata()), Listing.all(store(), ALICE));
    }

    @Test
    default void a_replacement_is_never_updated_before_the_first_link() {
        AccountKey key = key(ALICE, GOOGLE, "work");
        link(account(key, LinkedBy.TOKEN, LATER));
        Account expected = account(key).withLinkedAt(LATER);

        link(expected.withLinkedAt(NOW));

        assertEquals(Optional.of(expected), store().find(key));
    }

    @Test
    default void a_link_after_an_unlink_is_a_new_link() {
        AccountKey key = key(ALICE, GOOGLE, "work");
        Account former = account(key);
        link(former);
        unlink(former);
        Account again = account(key, LinkedBy.TOKEN, LATER);

        assertEquals(new LinkResult.Linked(again.metadata()), link(again));
        assertEquals(Optional.of(again), store().find(key));
    }

    @Test
    default void a_user_cannot_have_more_accounts_than_the_quota() {
        link(account(key(ALICE, GOOGLE, "work")), 2);
        link(account(key(ALICE, NOTION, "work")), 2);
        AccountKey third = key(ALICE, GOOGLE, "home");

        assertEquals(new LinkResult.QuotaExceeded(), link(account(third), 2));
        assertEquals(Optional.empty(), store().find(third));
        assertEquals(2, Listing.all(store(), ALICE).size());
    }

    @Test
    default void a_user_at_the_quota_can_still_replace_an_account() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account, 1);
        Account replacement = account(account.key());

        assertEquals(new LinkResult.Replaced(replacement.metadata()), link(replacement, 1));
    }

    @Test
    default void an_unlinked_account_no_longer_counts() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account, 1);
        unlink(account);
        Account other = account(key(ALICE, GOOGLE, "home"));

        assertEquals(new LinkResult.Linked(other.metadata()), link(other, 1));
    }

    @Test
    default void the_quota_of_one_user_is_not_used_up_by_another() {
        link(account(key(BOB, GOOGLE, "work")), 1);
        Account account = account(key(ALICE, GOOGLE, "work"));

        assertEquals(new LinkResult.Linked(account.metadata()), link(account, 1));
    }

    @Test
    @Tag("L1")
    default void a_link_by_token_does_not_replace_a_connected_account() {
        AccountKey key = key(ALICE, GOOGLE, "work");
        Account connected = account(key, LinkedBy.CONNECT, NOW);
        link(connected);

        assertEquals(new LinkResult.AccountConnected(), link(account(key)));
        assertEquals(Optional.of(connected), store().find(key));
    }

    @Test
    default void connect_replaces_accounts_linked_by_token_and_by_connect() {
        AccountKey key = key(ALICE, GOOGLE, "work");
        link(account(key));
        Account connected = account(key, LinkedBy.CONNECT, NOW);
        Account connectedAgain = account(key, LinkedBy.CONNECT, NOW);

        assertEquals(new LinkResult.Replaced(connected.metadata()), link(connected));
        assertEquals(new LinkResult.Replaced(connectedAgain.metadata()), link(connectedAgain));
    }
}
