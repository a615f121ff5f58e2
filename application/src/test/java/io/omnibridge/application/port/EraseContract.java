package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.ScanContract.byKey;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.refresh.RefreshState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Erasing a user removes all data of that user, and no data of other users. */
public interface EraseContract extends ScanContract {

    @Test
    default void erasing_removes_all_data_of_the_user_and_counts_it() {
        Account work = account(key(ALICE, GOOGLE, "work"));
        Account home = account(key(ALICE, NOTION, "home"));
        List.of(work, home).forEach(this::link);
        unlink(home);
        link(account(home.key()));

        assertEquals(new ErasedUser(2, 4), scan().erase(ALICE));

        assertEquals(Optional.empty(), store().find(work.key()));
        assertEquals(Optional.empty(), store().findMetadata(work.key()));
        assertEquals(List.of(), Listing.all(store(), ALICE));
        assertEquals(
                new AuditPage(List.of(), OptionalLong.empty(), Optional.empty()),
                auditLog().list(ALICE, AuditPage.FROM_NEWEST, 10));
        assertEquals(List.of(), scannedUsers(10));
        assertEquals(List.of(), List.copyOf(scannedAccounts(10).values()));
    }

    @Test
    default void erasing_a_second_time_finds_nothing() {
        link(account(key(ALICE, GOOGLE, "work")));
        scan().erase(ALICE);

        assertEquals(new ErasedUser(0, 0), scan().erase(ALICE));
        assertEquals(new ErasedUser(0, 0), scan().erase(BOB));
    }

    @Test
    default void a_user_with_only_audit_events_is_erased() {
        AuditedAction action = action(ActionKind.UNLINK, key(ALICE, GOOGLE, "work"));
        auditLog().append(action.withOutcome(AuditOutcome.NOT_FOUND));

        assertEquals(new ErasedUser(0, 1), scan().erase(ALICE));
        assertEquals(List.of(), scannedUsers(10));
    }

    @Test
    @Tag("A23")
    default void erasing_removes_the_counts_of_refusals() {
        AuditedAction action = action(ActionKind.UNLINK, key(ALICE, GOOGLE, "work"));
        auditLog().countRefusal(action.withOutcome(AuditOutcome.NOT_FOUND));

        assertEquals(new ErasedUser(0, 0), scan().erase(ALICE));

        assertEquals(List.of(), refusals(ALICE));
        assertEquals(List.of(), scannedUsers(10));
    }

    @Test
    @Tag("Z1")
    default void erasing_changes_no_other_user() {
        Account bobs = account(key(BOB, GOOGLE, "work"));
        link(account(key(ALICE, GOOGLE, "work")));
        link(bobs);
        AuditPage record = auditLog().list(BOB, AuditPage.FROM_NEWEST, 10);

        scan().erase(ALICE);

        assertEquals(byKey(List.of(bobs)), scannedAccounts(10));
        assertEquals(record, auditLog().list(BOB, AuditPage.FROM_NEWEST, 10));
        assertEquals(List.of("bob"), scannedUsers(10));
    }

    @Test
    default void an_erased_user_can_link_again() {
        Account former = account(key(ALICE, GOOGLE, "work"));
        link(former, 1);
        scan().erase(ALICE);
        Account later = account(former.key());

        assertFalse(unlink(former));
        assertEquals(new LinkResult.Linked(later.metadata()), link(later, 1));

        assertEquals(Optional.of(later), store().find(later.key()));
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
        assertEquals(new ErasedUser(1, 1), scan().erase(ALICE));
    }

    @Test
    @Tag("D4")
    default void concurrent_writes_happen_entirely_before_or_after_erasing() throws Exception {
        for (int round = 0; round < 10; round++) {
            int first = round * 10;
            List<Long> erased = Race.of(5, i -> i == 0 ? scan().erase(ALICE).events() : linkSome(first + i));

            assertEquals(4L * 3 - erased.get(0), outcomes(ALICE).size());
            assertEquals(keys(ALICE).size(), outcomes(ALICE).size());
            int left = keys(ALICE).size();
            assertEquals(new LinkResult.QuotaExceeded(), link(account(key(ALICE, NOTION, "over")), left));
            assertEquals(new ErasedUser(left, left), scan().erase(ALICE));
            assertEquals(List.of(), refusals(ALICE));
        }
    }

    @Test
    @Tag("D4")
    @Tag("R6")
    default void a_concurrent_state_change_restores_nothing_after_erasing() throws Exception {
        for (int round = 0; round < 10; round++) {
            Account account = account(key(ALICE, GOOGLE, "work"));
            link(account);

            List<Boolean> results = Race.of(
                    3,
                    i -> i == 0
                            ? scan().erase(ALICE).accounts() == 1
                            : store().updateRefreshState(
                                            account.key(),
                                            account.version(),
                                            RefreshState.READY,
                                            new RefreshState.Idle(NOW, i)));

            assertTrue(results.get(0));
            assertEquals(List.of(), Listing.all(store(), ALICE));
            assertEquals(List.of(), scannedUsers(10));
        }
    }

    private long linkSome(int writer) {
        IntStream.range(0, 3).forEach(i -> link(account(key(ALICE, GOOGLE, writer + "." + i))));
        return 0;
    }
}
