package io.omnibridge.application.credentials;

import static io.omnibridge.application.credentials.RefreshFixture.grant;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.application.revocation.RemoveAccount;
import io.omnibridge.application.revocation.RevocationPlanner;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RefreshIdleGrantsTest {

    private static final long YEAR = 31_536_000;

    private final RefreshFixture fixture = new RefreshFixture();
    private final AccountScan scan = mock();
    private IdleGrantLimits limits = IdleGrantLimits.DEFAULT;

    private RefreshIdleGrantsResult refreshAt(Instant now) {
        fixture.now = now;
        when(scan.accounts(any(), anyInt()))
                .thenAnswer(call -> new ScanPage<>(List.of(fixture.row()), 0, Optional.empty()));
        RemoveAccount removeAccount = new RemoveAccount(
                fixture.store,
                new RevocationPlanner(fixture.grants, fixture.grants, fixture.catalogue, new SecureRandom()));
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        IdleGrantPolicy policy = new IdleGrantPolicy(fixture.grants, fixture.catalogue, limits);
        return new RefreshIdleGrants(
                        scan,
                        policy,
                        fixture.node,
                        new RemoveUnusedAccounts(scan, policy, removeAccount, fixture.node.events(), clock),
                        (account, refresh) -> refresh.run(),
                        clock)
                .refresh();
    }

    private void lastUsed(Instant at) {
        Account row = fixture.row();
        fixture.store.row = new Account(row.metadata().withUsedAt(at), row.credentials());
    }

    @Test
    @Tag("D22")
    void a_grant_that_was_used_is_refreshed_after_7_idle_days() {
        fixture.link(grant("old", YEAR));
        Instant later = NOW.plus(Duration.ofDays(7));
        lastUsed(later.minus(Duration.ofDays(89)));

        assertEquals(new RefreshIdleGrantsResult(1, 0, 0, 0), refreshAt(later));
        assertEquals(1, fixture.sent.get());
        assertEquals(2, fixture.row().version().generation());
    }

    @Test
    void a_recently_refreshed_grant_is_left_alone() {
        fixture.link(grant("old", YEAR));

        assertEquals(new RefreshIdleGrantsResult(0, 0, 0, 0), refreshAt(NOW.plus(Duration.ofDays(6))));
        assertEquals(0, fixture.sent.get());
    }

    @Test
    @Tag("R11")
    void a_grant_unused_for_90_days_is_revoked_and_not_refreshed() {
        fixture.link(grant("old", YEAR));
        Instant later = NOW.plus(Duration.ofDays(120));
        lastUsed(later.minus(Duration.ofDays(90)));

        assertEquals(new RefreshIdleGrantsResult(0, 1, 0, 0), refreshAt(later));
        assertNull(fixture.store.row);
        assertEquals(1, fixture.store.pendingRevocations.size());
        assertEquals(0, fixture.sent.get());
    }

    @Test
    @Tag("D23")
    void a_removal_is_logged_once_and_has_an_audit_kind_of_its_own() {
        fixture.link(grant("old", YEAR));

        refreshAt(NOW.plus(Duration.ofDays(120)));

        verify(fixture.events).removedUnused(Simulation.KEY);
        assertEquals(
                List.of(ActionKind.REMOVE_UNUSED),
                fixture.store.unlinks.stream().map(AuditedAction::kind).toList());
    }

    @Test
    @Tag("D23")
    void a_view_keeps_an_account_that_was_not_used() {
        fixture.link(grant("old", YEAR));
        Instant later = NOW.plus(Duration.ofDays(120));
        Account row = fixture.row();
        fixture.store.row = new Account(row.metadata().withSeenAt(later.minus(Duration.ofDays(89))), row.credentials());

        assertEquals(0, refreshAt(later).unlinked());
    }

    @Test
    @Tag("D22")
    void a_grant_whose_refresh_token_lives_shortly_is_refreshed_in_time() {
        fixture.link(RefreshFixture.expiring(60, 1_800));

        assertEquals(new RefreshIdleGrantsResult(1, 0, 0, 0), refreshAt(NOW.plusSeconds(900)));
        assertEquals(2, fixture.row().version().generation());
    }

    @Test
    @Tag("D21")
    void an_account_whose_tokens_both_expired_is_seen_without_a_call() {
        fixture.link(RefreshFixture.expiring(60, 1_800));

        assertEquals(new RefreshIdleGrantsResult(1, 0, 0, 0), refreshAt(NOW.plusSeconds(1_800)));
        assertInstanceOf(Ended.class, fixture.row().metadata().refresh());
        assertEquals(0, fixture.sent.get());
    }

    @Test
    @Tag("D23")
    void no_account_is_removed_where_keep_alive_is_off() {
        fixture.link(grant("old", YEAR));
        limits = new IdleGrantLimits(Optional.empty());

        assertEquals(new RefreshIdleGrantsResult(1, 0, 0, 0), refreshAt(NOW.plus(Duration.ofDays(300))));
    }

    @Test
    @Tag("R3")
    void an_abandoned_refresh_is_continued() {
        fixture.link(grant("old", YEAR));
        fixture.store.row =
                fixture.row().withRefresh(new Calling(Optional.empty(), NOW.minusSeconds(60), NOW.minusSeconds(40), 0));

        assertEquals(new RefreshIdleGrantsResult(1, 0, 0, 0), refreshAt(NOW));
        assertInstanceOf(Idle.class, fixture.row().metadata().refresh());
    }
}
