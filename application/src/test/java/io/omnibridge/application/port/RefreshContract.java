package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static io.omnibridge.domain.refresh.RefreshState.READY;
import static java.util.Collections.frequency;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every change of the refresh state names the state that it replaces, and happens at most once. */
public interface RefreshContract extends StoreContract {

    RefreshState CALLING = new Calling(Optional.empty(), NOW, LATER, 0);
    Unknown UNKNOWN = new Unknown(NOW, NOW.minusMillis(1), LATER, 2);
    Ended REVOKED = new Ended(RefreshEndReason.REVOKED, LATER);

    List<RefreshState> STATES = List.of(
            new Idle(LATER, 3),
            CALLING,
            UNKNOWN,
            new Calling(Optional.of(UNKNOWN), NOW, LATER, 7),
            new Ended(RefreshEndReason.REFRESH_UNKNOWN, LATER),
            new Ended(RefreshEndReason.ACCESS_REFUSED, NOW),
            REVOKED);

    @Test
    @Tag("R1")
    default void an_account_is_found_together_with_the_stores_time() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);

        TimedAccount timed = store().findWithStoreTime(account.key()).orElseThrow();
        TimedAccount timedAgain = store().findWithStoreTime(account.key()).orElseThrow();

        assertEquals(account, timed.account());
        assertEquals(timed.storeTime().truncatedTo(ChronoUnit.MILLIS), timed.storeTime());
        assertFalse(timedAgain.storeTime().isBefore(timed.storeTime()));
        assertTrue(Duration.between(timed.storeTime(), Instant.now()).abs().compareTo(Duration.ofHours(1)) < 0);
        assertEquals(Optional.empty(), store().findWithStoreTime(key(BOB, GOOGLE, "work")));
    }

    @Test
    default void a_state_change_changes_only_the_state_and_logs_nothing() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        RefreshState from = READY;

        for (RefreshState to : STATES) {
            assertTrue(updateRefreshState(account, from, to));
            assertEquals(Optional.of(account.withRefresh(to)), store().find(account.key()));
            assertEquals(
                    account.withRefresh(to),
                    store().findWithStoreTime(account.key()).orElseThrow().account());
            assertEquals(List.of(account.metadata().withRefresh(to)), Listing.all(store(), ALICE));
            from = to;
        }

        assertTrue(updateRefreshState(account, from, READY));
        assertEquals(Optional.of(account), store().find(account.key()));
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("R8")
    default void a_state_change_needs_the_expected_state_and_version() {
        Account former = account(key(ALICE, GOOGLE, "work"));
        link(former);
        Account account = account(former.key());
        link(account);
        updateRefreshState(account, READY, CALLING);

        assertFalse(updateRefreshState(account, READY, UNKNOWN));
        assertFalse(updateRefreshState(account, new Calling(Optional.empty(), NOW, LATER, 1), UNKNOWN));
        assertFalse(updateRefreshState(former, CALLING, UNKNOWN));
        assertFalse(updateRefreshState(renewed(account, LATER), CALLING, UNKNOWN));
        assertFalse(updateRefreshState(account(key(BOB, GOOGLE, "work")), READY, CALLING));

        assertEquals(Optional.of(account.withRefresh(CALLING)), store().find(account.key()));
    }

    @Test
    @Tag("R1")
    @Tag("D4")
    default void one_of_many_concurrent_claims_happens() throws Exception {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);

        List<Boolean> results = Race.of(
                20,
                i -> updateRefreshState(account, READY, new Calling(Optional.empty(), NOW, LATER.plusSeconds(i), 0)));

        assertEquals(1, frequency(results, true));
        assertEquals(
                new Calling(Optional.empty(), NOW, LATER.plusSeconds(results.indexOf(true)), 0),
                store().findMetadata(account.key()).orElseThrow().refresh());
    }

    @Test
    default void a_relink_resets_every_state() {
        for (RefreshState state : STATES) {
            Account account = account(key(ALICE, GOOGLE, "work"));
            link(account);
            assertTrue(updateRefreshState(account, READY, state));
            Account again = account(account.key());
            link(again);

            assertEquals(Optional.of(again), store().find(account.key()));
            assertFalse(updateRefreshState(account, state, READY));
        }
    }

    @Test
    @Tag("R6")
    default void an_unlink_needs_the_expected_refresh_state() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        updateRefreshState(account, READY, CALLING);

        assertFalse(unlink(account));
        assertEquals(Optional.of(account.withRefresh(CALLING)), store().find(account.key()));
        assertTrue(unlink(account.withRefresh(CALLING)));
        assertFalse(updateRefreshState(account, CALLING, READY));
        assertEquals(Optional.empty(), store().find(account.key()));
        assertEquals(List.of(AuditOutcome.UNLINKED, AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("R6")
    @Tag("R10")
    @Tag("D4")
    default void one_of_a_concurrent_claim_and_unlink_happens() throws Exception {
        for (int round = 0; round < 20; round++) {
            Account account = account(key(ALICE, GOOGLE, "work"));
            link(account);

            List<Boolean> results =
                    Race.of(2, i -> i == 0 ? unlink(account) : updateRefreshState(account, READY, CALLING));

            assertNotEquals(results.get(0), results.get(1));
            assertEquals(results.get(1), store().find(account.key()).isPresent());
        }
    }

    default boolean updateRefreshState(Account account, RefreshState from, RefreshState to) {
        return store().updateRefreshState(account.key(), account.version(), from, to);
    }
}
