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

class RevokeGrantsTest {

    private static final AuditedAction UNLINK = action(AuditedAction.Kind.UNLINK, RevocationFixture.KEY);

    private final RevocationFixture fixture = new RevocationFixture();
    private final RevokeDueGrants revokeDueGrants = new RevokeDueGrants(fixture.scan, fixture.revokeGrant);

    private PendingRevocation owed() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        return fixture.removeAccount
                .remove(RevocationFixture.KEY, UNLINK)
                .orElseThrow()
                .revocation()
                .orElseThrow();
    }

    @Test
    @Tag("O9")
    void a_grant_that_was_given_back_leaves_nothing_behind() {
        assertEquals(RevokeGrantResult.REVOKED, fixture.revokeGrant.revoke(owed()));
        assertEquals(List.of(), fixture.pendingRevocations);
        assertEquals(List.of(AuditOutcome.REVOKED), fixture.completed);
    }

    @Test
    @Tag("O9")
    void a_provider_that_does_not_answer_is_asked_again_later_and_ever_less_often() {
        fixture.answer = new RevocationResult.Failed(Duration.ZERO);

        assertEquals(RevokeGrantResult.PENDING, fixture.revokeGrant.revoke(owed()));
        PendingRevocation once = fixture.pendingRevocations.get(0);
        assertEquals(NOW.plusSeconds(60), once.dueAt());
        assertEquals(RevokeGrantResult.PENDING, fixture.revokeGrant.revoke(once));
        verify(fixture.servers, times(1)).revoke(any(), any());
        fixture.now = once.dueAt();
        fixture.revokeGrant.revoke(once);
        assertEquals(
                fixture.now.plusSeconds(120), fixture.pendingRevocations.get(0).dueAt());
    }

    @Test
    void a_provider_is_left_alone_for_as_long_as_it_wants() {
        fixture.answer = new RevocationResult.Failed(Duration.ofHours(3));

        fixture.revokeGrant.revoke(owed());
        assertEquals(
                NOW.plus(Duration.ofHours(3)), fixture.pendingRevocations.get(0).dueAt());
    }

    @Test
    void of_two_nodes_one_asks() {
        PendingRevocation owed = owed();
        fixture.answer = new RevocationResult.Failed(Duration.ZERO);

        fixture.revokeGrant.revoke(owed);
        fixture.revokeGrant.revoke(owed);
        verify(fixture.servers, times(1)).revoke(any(), any());
    }

    @Test
    @Tag("O16")
    void what_a_link_cancelled_is_not_carried_out() {
        fixture.scope = RevocationScope.GRANT;
        PendingRevocation owed = owed();
        fixture.pendingRevocations.clear();

        assertEquals(RevokeGrantResult.PENDING, fixture.revokeGrant.revoke(owed));
        verify(fixture.servers, never()).revoke(any(), any());
    }

    @Test
    @Tag("O17")
    void after_seven_days_the_token_is_destroyed_and_that_is_recorded() {
        fixture.answer = new RevocationResult.Failed(Duration.ZERO);
        owed();
        for (int hours = 0; hours < 8 * 24; hours++) {
            fixture.now = NOW.plus(Duration.ofHours(hours));
            revokeDueGrants.revoke();
        }

        assertEquals(List.of(), fixture.pendingRevocations);
        assertEquals(List.of(AuditOutcome.ABANDONED), fixture.completed);
    }

    @Test
    void what_can_never_be_given_back_is_destroyed_at_once() {
        fixture.answer = new RevocationResult.Impossible();

        assertEquals(RevokeGrantResult.ABANDONED, fixture.revokeGrant.revoke(owed()));
        assertEquals(List.of(), fixture.pendingRevocations);
    }

    @Test
    void a_call_under_way_is_waited_for() {
        RefreshState calling = new RefreshState.Calling(Optional.empty(), NOW, NOW.plusSeconds(20), 0);
        fixture.link(RevocationFixture.KEY, calling);

        PendingRevocation owed = fixture.removeAccount
                .remove(RevocationFixture.KEY, UNLINK)
                .orElseThrow()
                .revocation()
                .orElseThrow();
        assertEquals(NOW.plusSeconds(20), owed.dueAt());
        assertEquals(RevokeGrantResult.PENDING, fixture.revokeGrant.revoke(owed));
    }

    @Test
    void a_pass_carries_out_all_that_is_due() {
        for (int i = 0; i < 5; i++) {
            fixture.link(key(ALICE, GOOGLE, "a" + i), RefreshState.READY);
        }
        fixture.answer = new RevocationResult.Failed(Duration.ZERO);
        RevokeProviderResult outcomes = revokeProvider().revoke(GOOGLE, (met, unlinked) -> {});
        fixture.now = NOW.plusSeconds(60);

        assertEquals(new RevokeProviderResult(5, 0, 5, 0), outcomes);
        assertEquals(5, revokeDueGrants.revoke().count(RevokeGrantResult.PENDING));
    }

    private RevokeProvider revokeProvider() {
        return new RevokeProvider(fixture.scan, fixture.removeAccount, fixture.revokeGrant, fixture.clock);
    }

    @Test
    void every_grant_at_one_provider_is_given_back_and_no_other() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        fixture.link(key(ALICE, NOTION, "notes"), RefreshState.READY);

        assertEquals(new RevokeProviderResult(1, 1, 0, 0), revokeProvider().revoke(GOOGLE, (met, unlinked) -> {}));
        assertEquals(1, fixture.accounts.size());
    }

    @Test
    void a_user_is_erased_after_the_grants_were_given_back() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        fixture.link(key(ALICE, NOTION, "notes"), RefreshState.READY);
        when(fixture.scan.erase(ALICE)).thenReturn(new ErasedUser(0, 7));

        EraseUserResult result = new EraseUser(
                        fixture.store,
                        fixture.scan,
                        fixture.removeAccount,
                        fixture.revokeGrant,
                        revokeDueGrants,
                        fixture.clock)
                .erase(ALICE);

        assertEquals(new ErasedUser(2, 7), result.erased());
        assertEquals(List.of(NOTION), result.unrevoked());
        assertTrue(fixture.accounts.isEmpty());
    }

    @Test
    @Tag("O9")
    void erasing_a_user_tries_once_more_what_was_put_off_and_says_what_lives_on() {
        fixture.answer = new RevocationResult.Failed(Duration.ZERO);
        fixture.revokeGrant.revoke(owed());
        when(fixture.scan.erase(ALICE)).thenReturn(new ErasedUser(0, 7));
        EraseUser eraseUser = new EraseUser(
                fixture.store,
                fixture.scan,
                fixture.removeAccount,
                fixture.revokeGrant,
                revokeDueGrants,
                fixture.clock);

        assertEquals(
                List.of(RevocationFixture.KEY.provider()),
                eraseUser.erase(ALICE).unrevoked());
        fixture.answer = new RevocationResult.Revoked();
        assertEquals(List.of(), eraseUser.erase(ALICE).unrevoked());
        assertEquals(List.of(), fixture.pendingRevocations);
    }
}
