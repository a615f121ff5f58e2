package io.omnibridge.application.revocation;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.application.revocation.RevokeGrant.Outcome;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RevokingTest {

    private static final AuditedAction UNLINK = action(AuditedAction.Kind.UNLINK, RevocationChanges.KEY);

    private final RevocationChanges owing = new RevocationChanges();
    private final RevokeDueGrants revokeDueGrants = new RevokeDueGrants(owing.scan, owing.revokeGrant);

    private PendingRevocation owed() {
        owing.link(RevocationChanges.KEY, RefreshState.READY);
        return owing.removeAccount
                .remove(RevocationChanges.KEY, UNLINK)
                .orElseThrow()
                .revocation()
                .orElseThrow();
    }

    @Test
    @Tag("O9")
    void a_grant_that_was_given_back_leaves_nothing_behind() {
        assertEquals(Outcome.REVOKED, owing.revokeGrant.revoke(owed()));
        assertEquals(List.of(), owing.pendingRevocations);
        assertEquals(List.of(AuditOutcome.REVOKED), owing.settled);
    }

    @Test
    @Tag("O9")
    void a_provider_that_does_not_answer_is_asked_again_later_and_ever_less_often() {
        owing.answer = new RevocationResult.Failed(Duration.ZERO);

        assertEquals(Outcome.PENDING, owing.revokeGrant.revoke(owed()));
        PendingRevocation once = owing.pendingRevocations.get(0);
        assertEquals(NOW.plusSeconds(60), once.dueAt());
        assertEquals(Outcome.PENDING, owing.revokeGrant.revoke(once));
        verify(owing.servers, times(1)).revoke(any(), any());
        owing.now = once.dueAt();
        owing.revokeGrant.revoke(once);
        assertEquals(owing.now.plusSeconds(120), owing.pendingRevocations.get(0).dueAt());
    }

    @Test
    void a_provider_is_left_alone_for_as_long_as_it_wants() {
        owing.answer = new RevocationResult.Failed(Duration.ofHours(3));

        owing.revokeGrant.revoke(owed());
        assertEquals(
                NOW.plus(Duration.ofHours(3)), owing.pendingRevocations.get(0).dueAt());
    }

    @Test
    void of_two_nodes_one_asks() {
        PendingRevocation owed = owed();
        owing.answer = new RevocationResult.Failed(Duration.ZERO);

        owing.revokeGrant.revoke(owed);
        owing.revokeGrant.revoke(owed);
        verify(owing.servers, times(1)).revoke(any(), any());
    }

    @Test
    @Tag("O16")
    void what_a_link_cancelled_is_not_carried_out() {
        owing.scope = RevocationScope.GRANT;
        PendingRevocation owed = owed();
        owing.pendingRevocations.clear();

        assertEquals(Outcome.PENDING, owing.revokeGrant.revoke(owed));
        verify(owing.servers, never()).revoke(any(), any());
    }

    @Test
    @Tag("O17")
    void after_seven_days_the_token_is_destroyed_and_that_is_recorded() {
        owing.answer = new RevocationResult.Failed(Duration.ZERO);
        owed();
        for (int hours = 0; hours < 8 * 24; hours++) {
            owing.now = NOW.plus(Duration.ofHours(hours));
            revokeDueGrants.revoke();
        }

        assertEquals(List.of(), owing.pendingRevocations);
        assertEquals(List.of(AuditOutcome.ABANDONED), owing.settled);
    }

    @Test
    void what_can_never_be_given_back_is_destroyed_at_once() {
        owing.answer = new RevocationResult.Impossible();

        assertEquals(Outcome.ABANDONED, owing.revokeGrant.revoke(owed()));
        assertEquals(List.of(), owing.pendingRevocations);
    }

    @Test
    void a_call_under_way_is_waited_for() {
        RefreshState calling = new RefreshState.Calling(Optional.empty(), NOW, NOW.plusSeconds(20), 0);
        owing.link(RevocationChanges.KEY, calling);

        PendingRevocation owed = owing.removeAccount
                .remove(RevocationChanges.KEY, UNLINK)
                .orElseThrow()
                .revocation()
                .orElseThrow();
        assertEquals(NOW.plusSeconds(20), owed.dueAt());
        assertEquals(Outcome.PENDING, owing.revokeGrant.revoke(owed));
    }

    @Test
    void a_pass_carries_out_all_that_is_due() {
        for (int i = 0; i < 5; i++) {
            owing.link(key(ALICE, GOOGLE, "a" + i), RefreshState.READY);
        }
        owing.answer = new RevocationResult.Failed(Duration.ZERO);
        RevokeProvider.Outcomes outcomes = revokeProvider().revoke(GOOGLE, (met, givenBack) -> {});
        owing.now = NOW.plusSeconds(60);

        assertEquals(new RevokeProvider.Outcomes(5, 0, 5, 0), outcomes);
        assertEquals(5, revokeDueGrants.revoke().of(Outcome.PENDING));
    }

    private RevokeProvider revokeProvider() {
        return new RevokeProvider(owing.scan, owing.removeAccount, owing.revokeGrant, owing.clock);
    }

    @Test
    void every_grant_at_one_provider_is_given_back_and_no_other() {
        owing.link(RevocationChanges.KEY, RefreshState.READY);
        owing.link(key(ALICE, NOTION, "notes"), RefreshState.READY);

        assertEquals(new RevokeProvider.Outcomes(1, 1, 0, 0), revokeProvider().revoke(GOOGLE, (met, givenBack) -> {}));
        assertEquals(1, owing.accounts.size());
    }

    @Test
    void a_user_is_erased_after_the_grants_were_given_back() {
        owing.link(RevocationChanges.KEY, RefreshState.READY);
        owing.link(key(ALICE, NOTION, "notes"), RefreshState.READY);
        when(owing.scan.erase(ALICE)).thenReturn(new ErasedUser(0, 7));

        EraseUser.Erasure erasure = new EraseUser(
                        owing.store, owing.scan, owing.removeAccount, owing.revokeGrant, revokeDueGrants, owing.clock)
                .erase(ALICE);

        assertEquals(new ErasedUser(2, 7), erasure.erased());
        assertEquals(List.of(NOTION), erasure.living());
        assertTrue(owing.accounts.isEmpty());
    }

    @Test
    @Tag("O9")
    void erasing_a_user_tries_once_more_what_was_put_off_and_says_what_lives_on() {
        owing.answer = new RevocationResult.Failed(Duration.ZERO);
        owing.revokeGrant.revoke(owed());
        when(owing.scan.erase(ALICE)).thenReturn(new ErasedUser(0, 7));
        EraseUser eraseUser = new EraseUser(
                owing.store, owing.scan, owing.removeAccount, owing.revokeGrant, revokeDueGrants, owing.clock);

        assertEquals(
                List.of(RevocationChanges.KEY.provider()),
                eraseUser.erase(ALICE).living());
        owing.answer = new RevocationResult.Revoked();
        assertEquals(List.of(), eraseUser.erase(ALICE).living());
        assertEquals(List.of(), owing.pendingRevocations);
    }
}
