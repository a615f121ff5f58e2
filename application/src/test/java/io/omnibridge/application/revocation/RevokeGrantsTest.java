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

import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RevokeGrantsTest {

    private static final AuditedAction UNLINK = action(ActionKind.UNLINK, RevocationFixture.KEY);

    private final RevocationFixture fixture = new RevocationFixture();
    private final List<RevokeGrantResult> results = new ArrayList<>();
    private final RevokeDueGrants revokeDueGrants = new RevokeDueGrants(fixture.scan, this::attempt, fixture.clock);

    private void attempt(PendingRevocation revocation) {
        results.add(fixture.revokeGrant.revoke(revocation));
    }

    private PendingRevocation revocation() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        return fixture.removeAccount
                .remove(RevocationFixture.KEY, UNLINK)
                .orElseThrow()
                .revocation()
                .orElseThrow();
    }

    @Test
    @Tag("O9")
    void a_revoked_grant_leaves_no_pending_revocation() {
        assertEquals(RevokeGrantResult.REVOKED, fixture.revokeGrant.revoke(revocation()));
        assertEquals(List.of(), fixture.pendingRevocations);
        assertEquals(List.of(AuditOutcome.REVOKED), fixture.completed);
    }

    @Test
    @Tag("O9")
    void a_failed_revocation_is_retried_with_back_off() {
        fixture.answer = new RevocationResult.Failed(Duration.ZERO);

        assertEquals(RevokeGrantResult.PENDING, fixture.revokeGrant.revoke(revocation()));
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
    void retry_after_postpones_a_revocation() {
        fixture.answer = new RevocationResult.Failed(Duration.ofHours(3));

        fixture.revokeGrant.revoke(revocation());
        assertEquals(
                NOW.plus(Duration.ofHours(3)), fixture.pendingRevocations.get(0).dueAt());
    }

    @Test
    void one_of_two_nodes_calls_the_provider() {
        PendingRevocation revocation = revocation();
        fixture.answer = new RevocationResult.Failed(Duration.ZERO);

        fixture.revokeGrant.revoke(revocation);
        fixture.revokeGrant.revoke(revocation);
        verify(fixture.servers, times(1)).revoke(any(), any());
    }

    @Test
    @Tag("O16")
    void a_cancelled_revocation_is_not_carried_out() {
        fixture.scope = RevocationScope.GRANT;
        PendingRevocation revocation = revocation();
        fixture.pendingRevocations.clear();

        assertEquals(RevokeGrantResult.PENDING, fixture.revokeGrant.revoke(revocation));
        verify(fixture.servers, never()).revoke(any(), any());
    }

    @Test
    @Tag("O17")
    void after_seven_days_the_token_is_deleted_and_logged_as_abandoned() {
        fixture.answer = new RevocationResult.Failed(Duration.ZERO);
        revocation();
        for (int hours = 0; hours < 8 * 24; hours++) {
            fixture.now = NOW.plus(Duration.ofHours(hours));
            revokeDueGrants.submit();
        }

        assertEquals(List.of(), fixture.pendingRevocations);
        assertEquals(List.of(AuditOutcome.ABANDONED), fixture.completed);
    }

    @Test
    void an_impossible_revocation_is_abandoned_at_once() {
        fixture.answer = new RevocationResult.Impossible();

        assertEquals(RevokeGrantResult.ABANDONED, fixture.revokeGrant.revoke(revocation()));
        assertEquals(List.of(), fixture.pendingRevocations);
    }

    @Test
    void a_revocation_waits_for_a_running_refresh() {
        RefreshState calling = new RefreshState.Calling(Optional.empty(), NOW, NOW.plusSeconds(20), 0);
        fixture.link(RevocationFixture.KEY, calling);

        PendingRevocation revocation = fixture.removeAccount
                .remove(RevocationFixture.KEY, UNLINK)
                .orElseThrow()
                .revocation()
                .orElseThrow();
        assertEquals(NOW.plusSeconds(20), revocation.dueAt());
        assertEquals(RevokeGrantResult.PENDING, fixture.revokeGrant.revoke(revocation));
    }

    @Test
    void a_run_carries_out_all_due_revocations() {
        for (int i = 0; i < 5; i++) {
            fixture.link(key(ALICE, GOOGLE, "a" + i), RefreshState.READY);
        }
        fixture.answer = new RevocationResult.Failed(Duration.ZERO);
        RevokeProviderResult result = revokeProvider().revoke(GOOGLE, (scanned, unlinked) -> {});
        fixture.now = NOW.plusSeconds(60);

        assertEquals(new RevokeProviderResult(5, 0, 5, 0), result);
        assertEquals(0, revokeDueGrants.submit());
        assertEquals(Collections.nCopies(5, RevokeGrantResult.PENDING), results);
    }

    @Test
    @Tag("R24")
    void a_node_without_the_provider_leaves_its_revocations_to_other_nodes() {
        PendingRevocation revocation = revocation();
        when(fixture.catalogue.find(GOOGLE)).thenReturn(Optional.empty());

        for (int hours = 0; hours < 7 * 24; hours++) {
            fixture.now = NOW.plus(Duration.ofHours(hours));
            revokeDueGrants.submit();
        }
        assertEquals(List.of(revocation), fixture.pendingRevocations);
        verify(fixture.servers, never()).revoke(any(), any());

        fixture.now = NOW.plus(PendingRevocation.LIFETIME);
        revokeDueGrants.submit();
        assertEquals(List.of(AuditOutcome.ABANDONED), fixture.completed);
    }

    @Test
    @Tag("R24")
    void a_node_with_another_client_of_the_provider_delays_other_nodes_by_a_minute_only() {
        fixture.answer = new RevocationResult.NotConfigured();
        PendingRevocation revocation = revocation();

        for (int times = 1; times <= 10; times++) {
            assertEquals(RevokeGrantResult.PENDING, fixture.revokeGrant.revoke(fixture.pendingRevocations.get(0)));
            fixture.now = fixture.now.plusSeconds(60);
            assertEquals(revocation.withDueAt(fixture.now), fixture.pendingRevocations.get(0));
        }
        fixture.answer = new RevocationResult.Revoked();
        assertEquals(RevokeGrantResult.REVOKED, fixture.revokeGrant.revoke(fixture.pendingRevocations.get(0)));
    }

    @Test
    @Tag("R24")
    void an_unlink_at_a_node_without_the_provider_queues_the_revocation_for_other_nodes() {
        Optional<ConnectableProvider> provider = fixture.catalogue.find(GOOGLE);
        when(fixture.catalogue.find(GOOGLE)).thenReturn(Optional.empty());
        PendingRevocation revocation = revocation();
        assertEquals(RevocationScope.GRANT, revocation.scope());

        when(fixture.catalogue.find(GOOGLE)).thenReturn(provider);
        assertEquals(RevokeGrantResult.REVOKED, fixture.revokeGrant.revoke(revocation));
    }

    private RevokeProvider revokeProvider() {
        return new RevokeProvider(fixture.scan, fixture.removeAccount, fixture.revokeGrant, fixture.clock);
    }

    @Test
    void all_grants_at_one_provider_are_revoked_and_no_others() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        fixture.link(key(ALICE, NOTION, "notes"), RefreshState.READY);

        assertEquals(new RevokeProviderResult(1, 1, 0, 0), revokeProvider().revoke(GOOGLE, (scanned, unlinked) -> {}));
        assertEquals(1, fixture.accounts.size());
    }

    @Test
    void a_user_is_erased_after_the_grants_were_revoked() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        fixture.link(key(ALICE, NOTION, "notes"), RefreshState.READY);
        when(fixture.scan.erase(ALICE)).thenReturn(new ErasedUser(0, 8));

        EraseUserResult result = fixture.eraseUser().erase(ALICE);

        assertEquals(new ErasedUser(2, 7), result.erased());
        assertEquals(List.of(NOTION), result.unrevoked());
        assertTrue(fixture.accounts.isEmpty());
    }

    @Test
    @Tag("O9")
    void erasing_retries_postponed_revocations_and_reports_the_rest() {
        fixture.answer = new RevocationResult.Failed(Duration.ZERO);
        fixture.revokeGrant.revoke(revocation());
        when(fixture.scan.erase(ALICE)).thenReturn(new ErasedUser(0, 8));
        EraseUser eraseUser = fixture.eraseUser();

        assertEquals(
                List.of(RevocationFixture.KEY.provider()),
                eraseUser.erase(ALICE).unrevoked());
        fixture.answer = new RevocationResult.Revoked();
        assertEquals(List.of(), eraseUser.erase(ALICE).unrevoked());
        assertEquals(List.of(), fixture.pendingRevocations);
    }
}
