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
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.omnibridge.application.accounts.UnlinkResult.Revocation;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.revocation.RevocationFixture;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.RevocationScope;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UnlinkAccountTest {

    private static final Optional<URI> PAGE = Optional.of(URI.create("https://provider.example/grants"));

    private final RevocationFixture fixture = new RevocationFixture();
    private final AuditLog auditLog = mock();
    private final UnlinkAccount unlinkAccount =
            new UnlinkAccount(auditLog, fixture.removeAccount, fixture.revokeGrant, fixture.catalogue, fixture.clock);

    private UnlinkResult unlink(UserId user, boolean wait) {
        return unlinkAccount.unlink(caller(user), REQUEST, GOOGLE, RevocationFixture.KEY.providerAccountId(), wait);
    }

    private void assertUnlinked(Revocation revocation, boolean wait) {
        assertEquals(new UnlinkResult.Unlinked(revocation, PAGE), unlink(ALICE, wait));
        assertEquals(0, fixture.accounts.size());
        verifyNoInteractions(auditLog);
    }

    @Test
    @Tag("O9")
    void an_account_is_gone_at_once_and_its_grant_is_owed() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);

        assertUnlinked(Revocation.PENDING, false);
        assertEquals(1, fixture.pendingRevocations.size());
        verify(fixture.servers, never()).revoke(any(), any());
    }

    @Test
    void whoever_waits_learns_what_the_provider_said() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);

        assertUnlinked(Revocation.REVOKED, true);
    }

    @Test
    @Tag("O9")
    void a_provider_that_fails_keeps_the_obligation_and_not_the_account() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        fixture.answer = new RevocationResult.Failed(Duration.ZERO);

        assertUnlinked(Revocation.PENDING, true);
        assertEquals(1, fixture.pendingRevocations.size());
    }

    @Test
    void where_nothing_can_be_given_back_that_is_said() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        fixture.scope = RevocationScope.NONE;

        assertUnlinked(Revocation.NOT_OFFERED, true);
        assertEquals(0, fixture.pendingRevocations.size());
    }

    @Test
    void credentials_that_were_erased_are_nothing_to_give_back() {
        RefreshState.Ended ended = new RefreshState.Ended(RefreshState.Reason.REVOKED, fixture.now);
        fixture.accounts.put(
                RevocationFixture.KEY,
                fixture.link(RevocationFixture.KEY, RefreshState.READY).erased(ended));

        assertUnlinked(Revocation.NOT_OFFERED, false);
    }

    @Test
    @Tag("U2")
    @Tag("Z1")
    void somebody_elses_account_is_recorded_as_not_found_like_none() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);

        assertEquals(new UnlinkResult.NotFound(), unlink(BOB, false));
        verify(auditLog)
                .append(new AuditedAction(
                                AuditedAction.Kind.UNLINK,
                                fixture.now,
                                BOB,
                                caller(BOB).client(),
                                Optional.of(key(BOB, GOOGLE, "work")),
                                REQUEST)
                        .withOutcome(AuditOutcome.NOT_FOUND));
        assertEquals(1, fixture.accounts.size());
    }

    @Test
    @Tag("U2")
    void an_unlink_is_recorded_as_the_callers_own() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);

        unlink(ALICE, false);
        AuditedAction expected = action(AuditedAction.Kind.UNLINK, RevocationFixture.KEY);
        verify(fixture.store).unlink(any(), any(), eq(expected));
    }

    @Test
    @Tag("U1")
    void what_cannot_be_recorded_is_refused() {
        doThrow(new StoreUnavailable("down")).when(auditLog).append(any());

        assertThrows(StoreUnavailable.class, () -> unlink(ALICE, false));
    }

    @Test
    void an_account_that_never_stops_changing_is_given_up() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        doReturn(false).when(fixture.store).unlink(any(), any(), any());

        assertThrows(StoreUnavailable.class, () -> unlink(ALICE, false));
    }
}
