package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A list of accounts is read in pages of bounded size. */
@Tag("A20")
public interface ListPagesContract extends StoreContract {

    /** More than a store may read at once. */
    int MANY = 130;

    @Test
    default void pages_of_accounts_have_no_gap_and_no_overlap() {
        List<AccountKey> linked = linkMany();

        for (int limit : new int[] {1, 7, 100, MANY, 1_000}) {
            assertEquals(linked, keysOf(Listing.all(store(), ALICE, Optional.empty(), limit)), "limit " + limit);
        }
    }

    @Test
    default void a_page_has_as_many_accounts_as_the_limit_and_the_last_one_the_rest() {
        linkMany();

        AccountPage first = store().list(ALICE, Optional.empty(), Optional.empty(), 100);
        AccountPage second = store().list(ALICE, Optional.empty(), first.next(), 100);

        assertEquals(
                List.of(100, MANY - 100),
                List.of(first.accounts().size(), second.accounts().size()));
        assertEquals(Optional.empty(), second.next());
        assertEquals(
                Optional.empty(),
                store().list(ALICE, Optional.empty(), Optional.empty(), MANY).next());
    }

    @Test
    default void pages_of_one_provider_have_no_others() {
        List<AccountKey> linked = linkMany();

        for (int limit : new int[] {1, 50, 1_000}) {
            assertEquals(
                    linked.stream().filter(key -> key.provider().equals(NOTION)).toList(),
                    keysOf(Listing.all(store(), ALICE, Optional.of(NOTION), limit)),
                    "limit " + limit);
        }
    }

    @Test
    default void the_next_page_is_right_while_accounts_come_and_go() {
        List<Account> accounts = IntStream.range(0, 6)
                .mapToObj(i -> account(key(ALICE, GOOGLE, "b" + i)))
                .toList();
        accounts.forEach(this::link);
        AccountPage first = store().list(ALICE, Optional.empty(), Optional.empty(), 3);

        link(account(key(ALICE, GOOGLE, "a")));
        link(account(key(ALICE, GOOGLE, "b3a")));
        unlink(accounts.get(2));
        unlink(accounts.get(3));

        AccountPage second = store().list(ALICE, Optional.empty(), first.next(), 10);
        assertEquals(
                List.of("b3a", "b4", "b5"),
                second.accounts().stream()
                        .map(account -> account.key().providerAccountId().value())
                        .toList());
    }

    @Test
    @Tag("Z1")
    default void a_position_of_one_user_shows_another_user_their_own_accounts_only() {
        link(account(key(ALICE, GOOGLE, "a")));
        link(account(key(ALICE, GOOGLE, "b")));
        link(account(key(BOB, GOOGLE, "c")));
        AccountPage first = store().list(ALICE, Optional.empty(), Optional.empty(), 1);

        assertEquals(
                List.of(key(BOB, GOOGLE, "c")),
                keysOf(store().list(BOB, Optional.empty(), first.next(), 10).accounts()));
    }

    @Test
    @Tag("D8")
    default void a_page_of_the_largest_scopes_is_bounded_and_loses_nothing() {
        Set<AccountKey> linked = new HashSet<>();
        for (int i = 0; i < 80; i++) {
            AccountKey key = key(ALICE, GOOGLE, "account-" + i);
            linked.add(key);
            link(withLargestScopes(key));
        }

        List<AccountKey> read = new ArrayList<>();
        Optional<AccountPosition> after = Optional.empty();
        do {
            AccountPage page = store().list(ALICE, Optional.empty(), after, 1_000);
            long length = page.accounts().stream()
                    .mapToLong(account -> account.scopes().length())
                    .sum();
            assertTrue(length < AccountPage.MAX_SCOPES_LENGTH + Scopes.MAX_TOTAL_LENGTH, "length " + length);
            read.addAll(keysOf(page.accounts()));
            after = page.next();
        } while (after.isPresent());

        assertEquals(80, read.size());
        assertEquals(linked, new HashSet<>(read));
    }

    @Test
    default void all_keys_are_read_without_pages() {
        List<AccountKey> linked = linkMany();
        link(account(key(BOB, GOOGLE, "bobs")));

        assertEquals(new HashSet<>(linked), new HashSet<>(store().keys(ALICE)));
        assertEquals(MANY / 2, store().keys(ALICE, NOTION).size());
    }

    /** Links accounts at two providers, and returns their keys in order. */
    private List<AccountKey> linkMany() {
        List<AccountKey> keys = IntStream.range(0, MANY)
                .mapToObj(i -> key(ALICE, i < MANY / 2 ? GOOGLE : NOTION, "account-%03d".formatted(i)))
                .toList();
        keys.forEach(key -> link(account(key)));
        return keys;
    }

    /** Returns an account whose scopes are as long as scopes may be. */
    static Account withLargestScopes(AccountKey key) {
        Account account = account(key);
        List<String> scopes = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            scopes.add("%03d".formatted(i) + "s".repeat(252));
        }
        AccountMetadata metadata = AccountMetadata.linked(
                key,
                account.version(),
                Scopes.of(scopes),
                LinkedBy.TOKEN,
                false,
                Optional.empty(),
                account.metadata().linkedAt());
        return new Account(metadata, account.credentials());
    }

    private static List<AccountKey> keysOf(List<AccountMetadata> accounts) {
        return accounts.stream().map(AccountMetadata::key).toList();
    }
}
