package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static io.omnibridge.application.port.ScanContract.byKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.identity.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A scan returns every row that exists from its beginning to its end, even during concurrent writes. */
public interface ScanPagesContract extends ScanContract {

    /** One row per page, a few, and all on one page. */
    List<Integer> LIMITS = List.of(1, 7, 10_000);

    @Test
    default void a_scan_of_an_empty_store_returns_nothing() {
        for (int limit : LIMITS) {
            assertEquals(Map.of(), scannedAccounts(limit));
            assertEquals(List.of(), scannedUsers(limit));
        }
    }

    @Test
    default void a_scan_returns_every_account_as_it_is_stored() {
        List<Account> linked = linkedBySeveralUsers();
        Account renewed = renewed(linked.get(0), LATER);
        renew(linked.get(0), renewed);
        linked.set(0, renewed.withLinkedAt(linked.get(0).metadata().linkedAt()));

        for (int limit : LIMITS) {
            assertEquals(byKey(linked), scannedAccounts(limit));
        }
    }

    @Test
    default void a_scan_returns_every_user_with_any_data() {
        linkedBySeveralUsers();
        AccountKey never = key(new UserId("refused"), GOOGLE, "work");
        auditLog().append(action(ActionKind.UNLINK, never).withOutcome(AuditOutcome.NOT_FOUND));
        Account unlinked = account(key(new UserId("unlinked"), GOOGLE, "work"));
        link(unlinked);
        unlink(unlinked);

        List<String> users = Stream.concat(names(), Stream.of("refused", "unlinked"))
                .sorted()
                .toList();
        for (int limit : LIMITS) {
            assertEquals(users, scannedUsers(limit));
        }
    }

    @Test
    default void a_page_has_at_most_the_requested_number_of_accounts() {
        IntStream.range(0, 10).forEach(i -> link(account(key(ALICE, GOOGLE, "account-" + i))));

        for (int limit : List.of(1, 3, 9)) {
            Optional<ScanCursor> cursor = Optional.of(ScanCursor.START);
            while (cursor.isPresent()) {
                ScanPage<Account> page = scan().accounts(cursor.get(), limit);
                assertTrue(page.items().size() <= limit);
                cursor = page.next();
            }
        }
    }

    @Test
    @Tag("D6")
    default void a_scan_returns_a_thousand_accounts_of_one_user() {
        List<Account> linked = IntStream.range(0, 1_000)
                .mapToObj(i -> account(key(ALICE, GOOGLE, "account-" + i)))
                .toList();
        linked.forEach(this::link);

        assertEquals(byKey(linked), scannedAccounts(70));
        assertEquals(List.of("alice"), scannedUsers(70));
    }

    @Test
    @Tag("C5")
    default void a_scan_continues_in_another_process_from_a_printed_cursor() {
        List<Account> linked = linkedBySeveralUsers();
        Set<Account> scanned = new HashSet<>();

        Optional<ScanCursor> cursor = Optional.of(ScanCursor.START);
        for (int turn = 0; cursor.isPresent(); turn++) {
            String printed = cursor.get().value();
            AccountScan next = turn % 2 == 0 ? scan() : scanOfAnotherProcess();
            ScanPage<Account> page = next.accounts(new ScanCursor(printed), 2);
            scanned.addAll(page.items());
            cursor = page.next();
        }

        assertEquals(new HashSet<>(linked), scanned);
    }

    @Test
    default void a_malformed_cursor_is_refused() {
        for (String malformed :
                List.of("junk", "a", "a.b", "u.!", "a.YQ.YQ.%%", "r:1", "START", "0", "..", "a.AA.AA.AA")) {
            ScanCursor cursor = new ScanCursor(malformed);
            assertThrows(InvalidValue.class, () -> scan().accounts(cursor, 1), malformed);
            assertThrows(InvalidValue.class, () -> scan().users(cursor, 1), malformed);
        }
    }

    @Test
    default void a_cursor_of_one_scan_is_refused_by_another() {
        linkedBySeveralUsers();
        ScanCursor account = scan().accounts(ScanCursor.START, 1).next().orElseThrow();
        ScanCursor user = scan().users(ScanCursor.START, 1).next().orElseThrow();

        assertThrows(InvalidValue.class, () -> scan().users(account, 1));
        assertThrows(InvalidValue.class, () -> scan().accounts(user, 1));
    }

    @Test
    default void added_and_removed_accounts_hide_no_other() {
        List<Account> kept = linkedBySeveralUsers();
        Account removed = account(key(BOB, NOTION, "removed"));
        link(removed);
        Set<Account> scanned = new HashSet<>();

        Optional<ScanCursor> cursor = Optional.of(ScanCursor.START);
        for (int page = 0; cursor.isPresent(); page++) {
            link(account(key(new UserId("new-" + page % 10), NOTION, "added-" + page % 10)));
            ScanPage<Account> scannedPage = scan().accounts(cursor.get(), 1);
            scanned.addAll(scannedPage.items());
            unlink(removed);
            cursor = scannedPage.next();
        }

        assertTrue(scanned.containsAll(kept));
    }

    @Test
    @Tag("D4")
    default void concurrent_links_hide_no_other_account() throws Exception {
        List<Account> kept = linkedBySeveralUsers();

        List<Set<AccountKey>> scanned =
                Race.of(4, i -> i == 0 ? scannedAccounts(3).keySet() : linkAndUnlink(i));

        assertTrue(scanned.get(0).containsAll(byKey(kept).keySet()));
    }

    private Set<AccountKey> linkAndUnlink(int writer) {
        for (int i = 0; i < 50; i++) {
            Account account = account(key(new UserId("storm-" + writer + "-" + i % 20), GOOGLE, "work-" + i));
            link(account);
            if (i % 3 == 0) {
                unlink(account);
            }
        }
        return Set.of();
    }

    private List<Account> linkedBySeveralUsers() {
        List<Account> linked = new ArrayList<>();
        names().map(UserId::new).forEach(user -> {
            linked.add(account(key(user, GOOGLE, "a|b")));
            linked.add(account(key(user, GOOGLE, "work")));
            linked.add(account(key(user, NOTION, "work")));
        });
        linked.forEach(this::link);
        return linked;
    }

    /** User ids with characters that cursors, keys and patterns of stores use. */
    private static Stream<String> names() {
        return Stream.of("alice", "bob", "a.b", "{a}:head", "*", "a b", "é", "𝄞", "a:b", "start")
                .sorted();
    }
}
