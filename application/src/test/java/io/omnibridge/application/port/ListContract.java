package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a list of accounts contains. Its type has metadata only, so it has no sealed bytes. */
public interface ListContract extends StoreContract {

    @Test
    default void a_user_without_accounts_has_an_empty_list() {
        link(account(key(BOB, GOOGLE, "work")));

        assertEquals(List.of(), Listing.all(store(), ALICE));
        assertEquals(List.of(), Listing.all(store(), ALICE, GOOGLE));
    }

    @Test
    default void a_list_contains_the_linked_accounts() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);

        assertEquals(List.of(account.metadata()), Listing.all(store(), ALICE));
    }

    @Test
    default void accounts_are_listed_by_provider_then_by_id_in_code_point_order() {
        ProviderId first = new ProviderId("git-hub");
        ProviderId second = new ProviderId("git_hub");
        ProviderId third = new ProviderId("github");
        List<AccountKey> ordered = List.of(
                key(ALICE, first, "z"),
                key(ALICE, second, "10"),
                key(ALICE, second, "9"),
                key(ALICE, second, "B"),
                key(ALICE, second, "_"),
                key(ALICE, second, "a"),
                key(ALICE, second, "a.b"),
                key(ALICE, second, "a|b"),
                key(ALICE, third, "a"));
        for (int i = 0; i < ordered.size(); i++) {
            link(account(ordered.get((i * 4) % ordered.size())));
        }

        assertEquals(ordered, keys(ALICE));
    }

    @Test
    default void a_list_of_one_provider_has_only_its_accounts_in_order() {
        Account home = account(key(ALICE, NOTION, "home"));
        Account work = account(key(ALICE, NOTION, "work"));
        List.of(work, account(key(ALICE, GOOGLE, "home")), home, account(key(BOB, NOTION, "home")))
                .forEach(this::link);

        assertEquals(List.of(home.metadata(), work.metadata()), Listing.all(store(), ALICE, NOTION));
        assertEquals(List.of(), Listing.all(store(), ALICE, new ProviderId("not")));
    }

    @Test
    default void a_returned_list_does_not_change() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        List<AccountMetadata> before = Listing.all(store(), ALICE);

        link(account(key(ALICE, GOOGLE, "home")));
        unlink(account);

        assertEquals(List.of(account.metadata()), before);
    }
}
