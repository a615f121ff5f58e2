package io.omnibridge.application.accounts;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.omnibridge.application.limit.CallLimiter;
import io.omnibridge.application.limit.CallLimits;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.revocation.RevocationFixture;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UnlinkAccountTest {

    private static final Optional<URI> PAGE = Optional.of(URI.create("https://provider.example/grants"));

    private final RevocationFixture fixture = new RevocationFixture();
    private final AuditLog auditLog = mock();
    private final List<PendingRevocation> submitted = new ArrayList<>();
    private final CallLimiter calls = new CallLimiter(CallLimits.DEFAULT);
    private final UnlinkAccount unlinkAccount = new UnlinkAccount(
            auditLog,
            fixture.removeAccount,
            new RevokeUnlinked(fixture.revokeGrant, submitted::add, calls),
            fixture.catalogue,
            fixture.clock);

    private UnlinkResult unlink(UserId user, boolean wait) {
        return unlinkAccount.unlink(caller(user), REQUEST, GOOGLE, RevocationFixture.KEY.providerAccountId(), wait);
    }

    private void assertUnlinked(RevocationStatus revocation, boolean wait) {
        assertEquals(new UnlinkResult.Unlinked(revocation, PAGE), unlink(ALICE, wait));
        assertEquals(0, fixture.accounts.size());
        verifyNoInteractions(auditLog);
    }

    @Test
    @Tag("O9")
    void an_account_is_removed_at_once_and_its_revocation_is_queued() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);

        assertUnlinked(RevocationStatus.PENDING, false);
        assertEquals(1, fixture.pendingRevocations.size());
        verify(fixture.servers, never()).revoke(any(), any());
    }

    @Test
    @Tag("R25")
    void without_wait_the_revocation_is_attempted_at_once_beside_the_request() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);

        assertUnlinked(RevocationStatus.PENDING, false);

        assertEquals(fixture.pendingRevocations, submitted);
    }

    @Test
    void waiting_returns_the_providers_answer() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);

        assertUnlinked(RevocationStatus.REVOKED, true);
    }

    @Test
    @Tag("A21")
    void no_request_waits_for_a_provider_beyond_the_limit() {
        for (int i = 0; i < CallLimits.DEFAULT.perUserAndProvider(); i++) {
            assertTrue(calls.tryEnter(ALICE, GOOGLE).isPresent());
        }
        fixture.link(RevocationFixture.KEY, RefreshState.READY);

        assertUnlinked(RevocationStatus.PENDING, true);

        assertEquals(fixture.pendingRevocations, submitted);
        verify(fixture.servers, never()).revoke(any(), any());
    }

    @Test
    @Tag("O9")
    void a_failing_provider_keeps_the_revocation_and_not_the_account() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        fixture.answer = new RevocationResult.Failed(Duration.ZERO);

        assertUnlinked(RevocationStatus.PENDING, true);
        assertEquals(1, fixture.pendingRevocations.size());
    }

    @Test
    void an_unlink_reports_that_no_revocation_is_offered() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        fixture.scope = RevocationScope.NONE;

        assertUnlinked(RevocationStatus.NOT_OFFERED, true);
        assertEquals(0, fixture.pendingRevocations.size());
    }

    @Test
    void erased_credentials_are_not_revoked() {
        RefreshState.Ended ended = new RefreshState.Ended(RefreshEndReason.REVOKED, fixture.now);
        fixture.accounts.put(
                RevocationFixture.KEY,
                fixture.link(RevocationFixture.KEY, RefreshState.READY).erased(ended));

        assertUnlinked(RevocationStatus.NOT_OFFERED, false);
    }

    @Test
    @Tag("U2")
    @Tag("Z1")
    void another_users_account_is_logged_as_not_found() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);

        assertEquals(new UnlinkResult.NotFound(), unlink(BOB, false));
        verify(auditLog)
                .countRefusal(new AuditedAction(
                                ActionKind.UNLINK,
                                fixture.now,
                                BOB,
                                Actor.of(caller(BOB)),
                                Optional.of(key(BOB, GOOGLE, "work")),
                                Optional.empty(),
                                REQUEST)
                        .withOutcome(AuditOutcome.NOT_FOUND));
        assertEquals(1, fixture.accounts.size());
    }

    @Test
    @Tag("U2")
    void an_unlink_is_logged_for_the_caller() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);

        unlink(ALICE, false);
        AuditedAction expected = action(ActionKind.UNLINK, RevocationFixture.KEY);
        verify(fixture.store).unlink(any(), any(), eq(expected));
    }

    @Test
    @Tag("U1")
    void an_unlink_that_cannot_be_logged_fails() {
        doThrow(new StoreUnavailable("down")).when(auditLog).countRefusal(any());

        assertThrows(StoreUnavailable.class, () -> unlink(ALICE, false));
    }

    @Test
    void an_account_that_keeps_changing_is_not_unlinked() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        doReturn(false).when(fixture.store).unlink(any(), any(), any());

        assertThrows(StoreUnavailable.class, () -> unlink(ALICE, false));
    }
}
