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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Resealing changes only the sealed bytes, and only of an account that is unchanged since the scan. */
@Tag("C5")
public interface ResealContract extends ScanContract {

    SealedCredentials RESEALED = new SealedCredentials(new byte[] {0, 1, -1, 13, 10});

    @Test
    default void resealing_changes_only_the_sealed_bytes() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        Account other = account(key(ALICE, NOTION, "work"));
        Account bobs = account(key(BOB, GOOGLE, "work"));
        List.of(account, other, bobs).forEach(this::link);

        assertTrue(scan().reseal(account, RESEALED));

        Account resealed = new Account(account.metadata(), RESEALED);
        assertEquals(Optional.of(resealed), store().find(account.key()));
        assertEquals(List.of(account.metadata(), other.metadata()), Listing.all(store(), ALICE));
        assertEquals(byKey(List.of(resealed, other, bobs)), scannedAccounts(10));
        assertEquals(List.of(AuditOutcome.LINKED, AuditOutcome.LINKED), outcomes(ALICE));
        assertEquals(new LinkResult.QuotaExceeded(), link(account(key(ALICE, NOTION, "home")), 2));
    }

    @Test
    default void a_resealed_account_can_be_renewed_and_unlinked() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        scan().reseal(account, RESEALED);
        Account renewed = renewed(account, LATER);

        assertTrue(renew(account, renewed));
        assertTrue(scan().reseal(renewed, RESEALED));
        assertTrue(unlink(renewed));
    }

    @Test
    default void state_changes_keep_resealed_bytes() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        RefreshState.Ended end = new RefreshState.Ended(RefreshEndReason.REFRESH_UNKNOWN, LATER);
        RefreshState.Idle idle = new RefreshState.Idle(LATER, 1);
        scan().reseal(account, RESEALED);
        store().updateRefreshState(account.key(), account.version(), RefreshState.READY, idle);
        assertTrue(scan().reseal(new Account(account.metadata(), RESEALED), RESEALED));

        store().markNeedsReconnect(idle, account.withRefresh(end), action(ActionKind.RENEW, account.key()));

        assertEquals(
                Optional.of(new Account(account.metadata().withRefresh(end), RESEALED)), store().find(account.key()));
    }

    @Test
    @Tag("R8")
    default void an_earlier_generation_is_not_resealed() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        Account renewed = renewed(account, account.metadata().linkedAt());
        renew(account, renewed);

        assertRefused(account, renewed);
        assertRefused(new Account(account.metadata(), renewed.credentials()), renewed);
    }

    @Test
    @Tag("R8")
    default void an_earlier_link_is_not_resealed() {
        Account former = account(key(ALICE, GOOGLE, "work"));
        link(former);
        Account replacement = account(former.key());
        link(replacement);

        assertRefused(former, replacement);
        assertRefused(new Account(former.metadata(), replacement.credentials()), replacement);
    }

    @Test
    default void a_delayed_scan_does_not_undo_a_later_reseal() {
        Account scanned = account(key(ALICE, GOOGLE, "work"));
        link(scanned);
        SealedCredentials later = new SealedCredentials(new byte[] {7});
        scan().reseal(scanned, later);

        assertRefused(scanned, new Account(scanned.metadata(), later));
    }

    @Test
    default void a_missing_account_is_not_resealed() {
        Account unlinked = account(key(ALICE, GOOGLE, "work"));
        link(unlinked);
        unlink(unlinked);

        assertFalse(scan().reseal(unlinked, RESEALED));
        assertFalse(scan().reseal(account(key(BOB, GOOGLE, "work")), RESEALED));

        assertEquals(Map.of(), scannedAccounts(10));
        assertEquals(List.of("alice"), scannedUsers(10));
        assertEquals(List.of(AuditOutcome.UNLINKED, AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("D4")
    default void a_concurrent_renewal_wins_over_resealing() throws Exception {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        Account current = account;
        for (int round = 0; round < 20; round++) {
            Account former = current;
            Account renewed = renewed(former, account.metadata().linkedAt());
            byte[] resealed = {(byte) round};

            List<Boolean> results = Race.of(
                    3, i -> i == 0 ? renew(former, renewed) : scan().reseal(former, new SealedCredentials(resealed)));

            assertTrue(results.get(0));
            assertEquals(Optional.of(renewed), store().find(account.key()));
            current = renewed;
        }
    }

    private void assertRefused(Account scanned, Account stored) {
        assertFalse(scan().reseal(scanned, RESEALED));
        assertEquals(Optional.of(stored), store().find(stored.key()));
    }
}
