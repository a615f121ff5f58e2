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
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
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

/** A sweep meets everything that stays, whatever else happens meanwhile. */
public interface ScanPagesContract extends ScanContract {

    /** One at a time, a few, and everything at once. */
    List<Integer> LIMITS = List.of(1, 7, 10_000);

    @Test
    default void a_sweep_of_an_empty_store_meets_nothing() {
        for (int limit : LIMITS) {
            assertEquals(Map.of(), scannedAccounts(limit));
            assertEquals(List.of(), scannedUsers(limit));
        }
    }

    @Test
    default void a_sweep_meets_every_account_as_it_is_stored() {
        List<Account> linked = linkedBySeveralUsers();
        Account renewed = renewed(linked.get(0), LATER);
        renew(linked.get(0), renewed);
        linked.set(0, renewed.withLinkedAt(linked.get(0).metadata().linkedAt()));

        for (int limit : LIMITS) {
            assertEquals(byKey(linked), scannedAccounts(limit));
        }
    }

    @Test
    default void a_sweep_meets_every_user_of_whom_anything_is_kept() {
        linkedBySeveralUsers();
        AccountKey never = key(new UserId("refused"), GOOGLE, "work");
        auditLog().append(action(AuditedAction.Kind.UNLINK, never).withOutcome(AuditOutcome.NOT_FOUND));
        Account gone = account(key(new UserId("unlinked"), GOOGLE, "work"));
        link(gone);
        unlink(gone);

        List<String> users = Stream.concat(names(), Stream.of("refused", "unlinked"))
                .sorted()
                .toList();
        for (int limit : LIMITS) {
            assertEquals(users, scannedUsers(limit));
        }
    }

    @Test
    default void a_page_has_no_more_accounts_than_asked_for() {
        IntStream.range(0, 10).forEach(i -> link(account(key(ALICE, GOOGLE, "account-" + i))));

        for (int limit : List.of(1, 3, 9)) {
            Optional<ScanCursor> position = Optional.of(ScanCursor.START);
            while (position.isPresent()) {
                ScanPage<Account> page = scan().accounts(position.get(), limit);
                assertTrue(page.items().size() <= limit);
                position = page.next();
            }
        }
    }

    @Test
    @Tag("D6")
    default void a_sweep_meets_a_thousand_accounts_of_one_user() {
        List<Account> linked = IntStream.range(0, 1_000)
                .mapToObj(i -> account(key(ALICE, GOOGLE, "account-" + i)))
                .toList();
        linked.forEach(this::link);

        assertEquals(byKey(linked), scannedAccounts(70));
        assertEquals(List.of("alice"), scannedUsers(70));
    }

    @Test
    @Tag("C5")
    default void a_sweep_goes_on_in_another_process_from_a_printed_position() {
        List<Account> linked = linkedBySeveralUsers();
        Set<Account> met = new HashSet<>();

        Optional<ScanCursor> position = Optional.of(ScanCursor.START);
        for (int turn = 0; position.isPresent(); turn++) {
            String printed = position.get().value();
            AccountScan next = turn % 2 == 0 ? scan() : scanOfAnotherProcess();
            ScanPage<Account> page = next.accounts(new ScanCursor(printed), 2);
            met.addAll(page.items());
            position = page.next();
        }

        assertEquals(new HashSet<>(linked), met);
    }

    @Test
    default void a_position_that_no_store_gave_is_refused() {
        for (String malformed :
                List.of("junk", "a", "a.b", "u.!", "a.YQ.YQ.%%", "r:1", "START", "0", "..", "a.AA.AA.AA")) {
            ScanCursor position = new ScanCursor(malformed);
            assertThrows(InvalidValue.class, () -> scan().accounts(position, 1), malformed);
            assertThrows(InvalidValue.class, () -> scan().users(position, 1), malformed);
        }
    }

    @Test
    default void a_position_among_users_is_none_among_accounts() {
        linkedBySeveralUsers();
        ScanCursor account = scan().accounts(ScanCursor.START, 1).next().orElseThrow();
        ScanCursor user = scan().users(ScanCursor.START, 1).next().orElseThrow();

        assertThrows(InvalidValue.class, () -> scan().users(account, 1));
        assertThrows(InvalidValue.class, () -> scan().accounts(user, 1));
    }

    @Test
    default void what_comes_and_goes_hides_nothing_that_stays() {
        List<Account> staying = linkedBySeveralUsers();
        Account going = account(key(BOB, NOTION, "going"));
        link(going);
        Set<Account> met = new HashSet<>();

        Optional<ScanCursor> position = Optional.of(ScanCursor.START);
        for (int page = 0; position.isPresent(); page++) {
            link(account(key(new UserId("new-" + page % 10), NOTION, "coming-" + page % 10)));
            ScanPage<Account> scanned = scan().accounts(position.get(), 1);
            met.addAll(scanned.items());
            unlink(going);
            position = scanned.next();
        }

        assertTrue(met.containsAll(staying));
    }

    @Test
    @Tag("D4")
    default void a_storm_of_links_hides_nothing_that_stays() throws Exception {
        List<Account> staying = linkedBySeveralUsers();

        List<Set<AccountKey>> met = Race.of(4, i -> i == 0 ? scannedAccounts(3).keySet() : comeAndGo(i));

        assertTrue(met.get(0).containsAll(byKey(staying).keySet()));
    }

    private Set<AccountKey> comeAndGo(int writer) {
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

    /** Users whose ids have what positions, keys and patterns are made of. */
    private static Stream<String> names() {
        return Stream.of("alice", "bob", "a.b", "{a}:head", "*", "a b", "é", "𝄞", "a:b", "start")
                .sorted();
    }
}
