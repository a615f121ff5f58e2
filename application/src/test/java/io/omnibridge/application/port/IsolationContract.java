package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.UserId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every account has one owner, and is found by its own key only. */
public interface IsolationContract extends StoreContract {

    @Test
    default void an_account_is_found_unchanged() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);

        assertEquals(Optional.of(account), store().find(account.key()));
        assertEquals(Optional.of(account.metadata()), store().findMetadata(account.key()));
    }

    @Test
    default void a_missing_account_is_not_found() {
        link(account(key(ALICE, GOOGLE, "work")));

        for (AccountKey absent : List.of(key(ALICE, GOOGLE, "home"), key(ALICE, NOTION, "work"))) {
            assertEquals(Optional.empty(), store().find(absent));
            assertEquals(Optional.empty(), store().findMetadata(absent));
        }
    }

    @Test
    @Tag("Z1")
    default void the_same_external_account_of_two_users_is_two_accounts() {
        Account alices = account(key(ALICE, GOOGLE, "shared"));
        Account bobs = account(key(BOB, GOOGLE, "shared"));
        link(alices);

        assertEquals(Optional.empty(), store().find(bobs.key()));
        assertInstanceOf(LinkResult.Linked.class, link(bobs));
        assertEquals(Optional.of(alices), store().find(alices.key()));
        assertEquals(Optional.of(bobs), store().find(bobs.key()));
    }

    @Test
    @Tag("Z1")
    default void one_user_cannot_change_another_users_account() {
        Account alices = account(key(ALICE, GOOGLE, "shared"));
        link(alices);
        AccountKey bobsKey = key(BOB, GOOGLE, "shared");

        assertFalse(unlink(Samples.account(bobsKey, alices.version())));
        link(account(bobsKey));
        assertFalse(unlink(Samples.account(bobsKey, alices.version())));

        assertEquals(Optional.of(alices), store().find(alices.key()));
    }

    @Test
    @Tag("Z1")
    default void unlinking_and_renewing_leave_another_users_account_alone() {
        Account alices = account(key(ALICE, GOOGLE, "shared"));
        Account bobs = account(key(BOB, GOOGLE, "shared"));
        link(alices);
        link(bobs);

        renew(bobs, renewed(bobs, LATER));
        unlink(renewed(bobs, LATER));

        assertEquals(List.of(alices.metadata()), Listing.all(store(), ALICE));
        assertEquals(List.of(), Listing.all(store(), BOB));
    }

    @Test
    @Tag("Z2")
    default void users_with_similar_ids_share_nothing() {
        List<UserId> users = List.of(
                        "ann\u00e9", "anne\u0301", "Ann\u00e9", "\u0430nn\u00e9", "anne", "a:b", "a", "a%", "a_", "a*")
                .stream()
                .map(UserId::new)
                .toList();
        users.forEach(user -> link(account(key(user, GOOGLE, "b:c"))));

        for (UserId user : users) {
            assertEquals(List.of(key(user, GOOGLE, "b:c")), keys(user));
            assertEquals(1, outcomes(user).size());
        }
    }

    @Test
    @Tag("Z2")
    default void parts_of_a_key_are_kept_apart() {
        AccountKey left = key(new UserId("a:google"), GOOGLE, "b");
        AccountKey right = key(new UserId("a"), GOOGLE, "google:b");
        AccountKey upper = key(new UserId("a"), GOOGLE, "GOOGLE:B");
        List.of(left, right, upper).forEach(key -> link(account(key)));

        assertEquals(List.of(left), keys(left.owner()));
        assertEquals(List.of(upper, right), keys(right.owner()));
    }

    @Test
    default void changing_bytes_outside_the_store_changes_nothing_in_it() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        byte[] original = account.credentials().toBytes();
        link(account);

        account.credentials().toBytes()[0]++;
        store().find(account.key()).orElseThrow().credentials().toBytes()[0]++;

        assertEquals(Optional.of(account), store().find(account.key()));
        assertArrayEquals(
                original,
                store().find(account.key()).orElseThrow().credentials().toBytes());
    }
}
