package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static io.omnibridge.domain.refresh.RefreshState.READY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.TokenOrigin;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a refresh ends: renewed or needing a reconnect; and how a view of an account is recorded. */
public interface NeedsReconnectContract extends RefreshContract {

    @Test
    @Tag("R5")
    default void a_renewal_happens_in_every_state_but_revoked() {
        for (RefreshState state : STATES) {
            Account account = account(key(ALICE, GOOGLE, "work"));
            link(account);
            updateRefreshState(account, READY, state);
            Account renewed = renewed(account, LATER);

            boolean revoked = state.equals(REVOKED);
            assertEquals(!revoked, renew(account, renewed));
            assertEquals(
                    Optional.of(revoked ? account.withRefresh(state) : renewed.withLinkedAt(NOW)),
                    store().find(account.key()));
        }
    }

    @Test
    default void a_renewal_and_an_end_keep_a_later_use() {
        Account linked = account(key(ALICE, GOOGLE, "work"));
        Instant used = LATER.plusSeconds(30);
        Account account = new Account(linked.metadata().withUsedAt(used), linked.credentials());
        link(account);
        Account renewed = renewed(account, LATER);

        assertTrue(renew(account, renewed));
        assertEquals(used, store().findMetadata(account.key()).orElseThrow().usedAt());
        assertTrue(end(READY, renewed.erased(REVOKED)));
        assertEquals(used, store().findMetadata(account.key()).orElseThrow().usedAt());
    }

    @Test
    @Tag("U1")
    @Tag("U2")
    default void an_end_replaces_the_account_and_is_logged() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        updateRefreshState(account, READY, CALLING);
        Account ended = account.erased(REVOKED);

        assertTrue(end(CALLING, ended));

        assertEquals(Optional.of(ended), store().find(account.key()));
        assertTrue(store().find(account.key()).orElseThrow().credentials().isErased());
        assertEquals(List.of(AuditOutcome.NEEDS_RECONNECT, AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    default void an_end_may_keep_the_credentials() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        Account ended = account.withRefresh(new Ended(RefreshEndReason.REFRESH_UNKNOWN, LATER));

        assertTrue(end(READY, ended));
        assertEquals(Optional.of(ended), store().find(account.key()));
    }

    @Test
    default void an_end_needs_the_expected_state_and_version() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        updateRefreshState(account, READY, CALLING);

        assertFalse(end(READY, account.erased(REVOKED)));
        assertFalse(end(CALLING, renewed(account, LATER).erased(REVOKED)));
        assertFalse(end(READY, account(key(BOB, GOOGLE, "work")).erased(REVOKED)));

        assertEquals(Optional.of(account.withRefresh(CALLING)), store().find(account.key()));
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
        assertEquals(List.of(), outcomes(BOB));
    }

    @Test
    @Tag("D23")
    default void only_a_later_view_of_the_same_version_is_recorded() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);

        store().recordView(account.key(), account.version(), NOW.minusSeconds(1));
        store().recordView(account.key(), account.version().next(), LATER);
        store().recordView(key(BOB, GOOGLE, "work"), account.version(), LATER);
        assertEquals(Optional.of(account), store().find(account.key()));

        store().recordView(account.key(), account.version(), LATER);
        store().recordView(account.key(), account.version(), LATER.minusMillis(1));
        Account seen = new Account(account.metadata().withSeenAt(LATER), account.credentials());
        assertEquals(Optional.of(seen), store().find(account.key()));
        assertEquals(
                List.of(seen.metadata()),
                store().list(ALICE, Optional.empty(), Optional.empty(), 10).accounts());
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("D23")
    @Tag("D24")
    default void a_renewal_keeps_the_last_view_and_its_own_origin() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        store().recordView(account.key(), account.version(), LATER.plusSeconds(30));
        TokenOrigin origin = new TokenOrigin("client", URI.create("https://id.example"));
        Account renewed = renewed(account, LATER);
        AccountMetadata metadata = renewed.metadata().withOrigin(Optional.of(origin));

        assertTrue(renew(account, new Account(metadata, renewed.credentials())));

        AccountMetadata stored = store().findMetadata(account.key()).orElseThrow();
        assertEquals(LATER.plusSeconds(30), stored.seenAt());
        assertEquals(metadata.origin(), stored.origin());
    }

    private boolean end(RefreshState from, Account ended) {
        return store().markNeedsReconnect(from, ended, action(ActionKind.RENEW, ended.key()));
    }
}
