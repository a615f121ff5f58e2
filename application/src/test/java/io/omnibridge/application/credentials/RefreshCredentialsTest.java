package io.omnibridge.application.credentials;

import static io.omnibridge.application.credentials.RefreshFixture.access;
import static io.omnibridge.application.credentials.RefreshFixture.grant;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ReconnectCode;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RefreshCredentialsTest {

    private static final int CALLERS = 1_000;

    private final RefreshFixture fixture = new RefreshFixture();

    @Test
    @Tag("R2")
    void due_credentials_are_refreshed_and_stored_before_they_are_returned() {
        fixture.link(grant("old", 30));

        assertEquals("access-new", access(fixture.fresh()));
        assertEquals(2, fixture.row().version().generation());
        assertEquals(grant("new", 3_600), fixture.grants.open(fixture.row()));
        assertEquals(RefreshState.READY, fixture.row().metadata().refresh());
    }

    @Test
    void credentials_that_are_not_due_are_not_refreshed() {
        fixture.link(grant("old", 61));

        assertEquals("access-old", access(fixture.fresh()));
        assertEquals(0, fixture.sent.get());
    }

    /** A caller that is not woken by the one result would time out, and return no credentials. */
    @Test
    @Tag("R1")
    void a_thousand_callers_at_two_nodes_make_one_call_and_all_return() throws Exception {
        CountDownLatch started = new CountDownLatch(CALLERS);
        fixture.link(grant("old", -1));
        fixture.answer = () -> {
            await(started);
            return new RefreshResult.Renewed(grant("new", 3_600));
        };
        List<Callable<String>> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            RefreshCredentials node = i % 2 == 0 ? fixture.node : fixture.other;
            callers.add(() -> {
                started.countDown();
                return access(node.refreshIfDue(Simulation.KEY, Optional.empty()));
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        List<Future<String>> results = threads.invokeAll(callers);
        threads.shutdown();

        for (Future<String> result : results) {
            assertEquals("access-new", result.get());
        }
        assertEquals(1, fixture.sent.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Test
    @Tag("R4")
    void an_unprocessed_call_is_repeated_after_retry_after() {
        fixture.link(grant("old", -1));
        fixture.answer = () -> new RefreshResult.NotProcessed(Duration.ofSeconds(90), false);

        assertInstanceOf(CredentialsResult.Unavailable.class, fixture.fresh());
        Idle idle = (Idle) fixture.row().metadata().refresh();
        assertFalse(idle.notBefore().isBefore(NOW.plusSeconds(90)));
        assertInstanceOf(CredentialsResult.Unavailable.class, fixture.fresh());
        assertEquals(1, fixture.sent.get());
    }

    @Test
    @Tag("R4")
    void a_valid_access_token_is_used_while_refreshes_fail() {
        fixture.link(grant("old", 30));
        fixture.answer = RefreshResult.OutcomeUnknown::new;

        assertEquals("access-old", access(fixture.fresh()));
        assertEquals("access-old", access(fixture.fresh()));
        assertEquals(1, fixture.sent.get());
    }

    @Test
    void invalid_grant_erases_the_credentials() {
        fixture.link(grant("old", -1));
        fixture.answer = RefreshResult.InvalidGrant::new;

        CredentialsResult.NeedsReconnect result = (CredentialsResult.NeedsReconnect) fixture.fresh();
        assertEquals(ReconnectCode.REVOKED, result.reason().code());
        assertTrue(fixture.row().credentials().isErased());
        assertInstanceOf(CredentialsResult.NeedsReconnect.class, fixture.fresh());
    }

    @Test
    @Tag("R3")
    void an_unknown_outcome_with_kills_family_ends_the_account() {
        fixture.reuse = RefreshTokenReuse.KILLS_FAMILY;
        fixture.link(grant("old", -1));
        fixture.answer = RefreshResult.OutcomeUnknown::new;

        assertInstanceOf(CredentialsResult.Unavailable.class, fixture.fresh());
        fixture.now = NOW.plusSeconds(700);
        CredentialsResult.NeedsReconnect result = (CredentialsResult.NeedsReconnect) fixture.fresh();
        assertEquals(ReconnectCode.REFRESH_UNKNOWN, result.reason().code());
        assertFalse(fixture.row().credentials().isErased());
        assertEquals(1, fixture.sent.get());
    }

    @Test
    @Tag("R9")
    void a_rejected_client_ends_no_account() {
        fixture.link(grant("old", -1));
        fixture.answer = () -> new RefreshResult.NotProcessed(Duration.ZERO, true);

        fixture.fresh();
        assertInstanceOf(CredentialsResult.Unavailable.class, fixture.fresh());
        assertEquals(1, fixture.sent.get());
        fixture.now = NOW.plus(Duration.ofDays(3));
        assertInstanceOf(CredentialsResult.Unavailable.class, fixture.fresh());
        assertInstanceOf(Idle.class, fixture.row().metadata().refresh());
    }

    @Test
    @Tag("R6")
    @Tag("R10")
    void a_response_for_a_removed_account_is_queued_for_revocation() {
        fixture.link(grant("old", -1));
        fixture.answer = () -> {
            fixture.store.row = null;
            return new RefreshResult.Renewed(grant("new", 3_600));
        };

        assertInstanceOf(CredentialsResult.NotFound.class, fixture.fresh());
        assertEquals(1, fixture.store.pendingRevocations.size());
        assertEquals(
                "refresh-new",
                fixture.grants
                        .open(fixture.store.pendingRevocations.get(0))
                        .token()
                        .reveal());
    }

    @Test
    @Tag("R2")
    @Tag("D2")
    void unwritten_credentials_are_kept_and_not_returned_until_stored() throws Exception {
        fixture.link(grant("old", -1));
        fixture.answer = () -> {
            fixture.isStoreUnavailable = true;
            return new RefreshResult.Renewed(grant("new", 3_600));
        };

        assertInstanceOf(CredentialsResult.Unavailable.class, fixture.fresh());
        fixture.isStoreUnavailable = false;
        fixture.node.retryUnwritten();
        assertEquals(grant("new", 3_600), fixture.grants.open(fixture.row()));
        assertEquals(1, fixture.sent.get());
        assertTrue(fixture.node.drain(Duration.ZERO));
    }

    @Test
    @Tag("D2")
    void an_unavailable_store_fails_the_refresh() {
        fixture.isStoreUnavailable = true;

        assertThrows(StoreUnavailable.class, fixture::fresh);
    }

    @Test
    @Tag("R8")
    void a_response_for_a_replaced_account_is_queued_for_revocation() {
        fixture.link(grant("old", -1));
        fixture.answer = () -> {
            fixture.store.row = new Account(
                    relinked(), fixture.grants.seal(Simulation.KEY, relinked().version(), grant("again", 3_600)));
            return new RefreshResult.Renewed(grant("new", 3_600));
        };

        assertEquals("access-again", access(fixture.fresh()));
        assertEquals(1, fixture.store.pendingRevocations.size());
    }

    private AccountMetadata relinked() {
        return AccountMetadata.linked(
                Simulation.KEY,
                AccountVersion.first(new LinkId("2".repeat(32))),
                Scopes.none(),
                LinkedBy.CONNECT,
                true,
                Optional.of(NOW.plusSeconds(3_600)),
                NOW);
    }

    @Test
    @Tag("D5")
    void a_stopping_process_begins_no_call() throws Exception {
        fixture.link(grant("old", 30));

        assertTrue(fixture.node.drain(Duration.ofSeconds(1)));
        assertEquals("access-old", access(fixture.fresh()));
        assertEquals(0, fixture.sent.get());
    }

    @Test
    void an_ended_account_stays_ended() {
        fixture.link(grant("old", -1));
        fixture.store.row = fixture.row().withRefresh(new Ended(RefreshEndReason.ACCESS_REFUSED, NOW));

        assertInstanceOf(CredentialsResult.NeedsReconnect.class, fixture.fresh());
        assertEquals(0, fixture.sent.get());
    }
}
