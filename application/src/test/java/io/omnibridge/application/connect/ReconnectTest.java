package io.omnibridge.application.connect;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.RevocationResult;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.UnusedTokens;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A second attempt for an account that is linked, whether it succeeds or fails, never ends the grant that is linked. */
class ReconnectTest {

    private static final AccountKey WORK = key(ALICE, GOOGLE, "work");
    private static final ProviderAccountId WORK_ID = WORK.providerAccountId();
    private static final String UNKNOWN = ProviderAccountId.UNKNOWN.value();

    private final ConnectFixture fixture = new ConnectFixture();

    private CompleteResult connect(UserId user) {
        fixture.begin(user, Optional.empty(), Optional.of(ConnectFixture.RETURN_TO));
        return fixture.complete(user, fixture.returned());
    }

    private CompleteResult connect() {
        return connect(ALICE);
    }

    private void exchangesReturn(ExchangeResult result) {
        doReturn(result).when(fixture.servers).exchange(any(), any());
    }

    private void failedConnect(Optional<ProviderAccountId> account) {
        exchangesReturn(new ExchangeResult.Failed(
                AttemptFailure.UNUSABLE_ANSWER, UnusedTokens.of(account, ConnectFixture.grant(77), false)));
        assertEquals(new CompleteResult.Failed(AttemptFailure.UNUSABLE_ANSWER), connect());
    }

    private void assertNothingRevoked() {
        verify(fixture.servers, never()).revoke(any(), any());
        assertEquals(List.of(), fixture.pending);
    }

    private AttemptState lastState() {
        return fixture.attempts.stored(fixture.lastAttempt()).state();
    }

    @Test
    @Tag("R20")
    void a_reconnect_revokes_the_replaced_token_only_with_scope_token() {
        connect();
        connect();
        assertEquals(1, fixture.attempts.revocation.size());

        fixture.scope = RevocationScope.GRANT;
        connect();
        assertEquals(1, fixture.attempts.revocation.size());
    }

    @Test
    @Tag("R20")
    void a_queued_revocation_of_a_replaced_token_is_left_once_the_scope_is_grant() {
        connect();
        connect();
        fixture.pending.addAll(fixture.attempts.revocation);

        fixture.scope = RevocationScope.GRANT;
        fixture.revokePending();

        assertNothingRevoked();
        assertEquals(List.of("LEFT work"), fixture.revocationEvents());
    }

    @Test
    @Tag("R21")
    void a_failed_reconnect_of_a_linked_account_revokes_nothing_and_says_so() {
        fixture.scope = RevocationScope.GRANT;
        connect();

        failedConnect(Optional.of(WORK_ID));

        assertNothingRevoked();
        assertEquals(List.of("LEFT work"), fixture.revocationEvents());
    }

    @Test
    @Tag("R21")
    void a_failed_connect_of_an_unknown_account_revokes_nothing_while_one_is_linked() {
        fixture.scope = RevocationScope.GRANT;
        connect();

        failedConnect(Optional.empty());

        assertNothingRevoked();
        assertEquals(List.of("LEFT " + UNKNOWN), fixture.revocationEvents());
    }

    @Test
    @Tag("R21")
    @Tag("R27")
    void tokens_of_a_failed_attempt_are_revoked_while_nothing_is_linked() {
        fixture.scope = RevocationScope.GRANT;

        failedConnect(Optional.empty());
        failedConnect(Optional.of(WORK_ID));

        assertEquals(
                List.of("BEGUN " + UNKNOWN, "REVOKED " + UNKNOWN, "BEGUN work", "REVOKED work"),
                fixture.revocationEvents());
        assertEquals(List.of(), fixture.pending);
    }

    @Test
    @Tag("R21")
    void tokens_of_another_account_than_the_linked_one_are_revoked() {
        fixture.scope = RevocationScope.GRANT;
        connect();

        failedConnect(Optional.of(new ProviderAccountId("home")));

        assertEquals(List.of("BEGUN home", "REVOKED home"), fixture.revocationEvents());
    }

    @Test
    @Tag("R21")
    void a_waiting_revocation_of_an_unknown_account_is_left_once_one_is_linked() {
        fixture.scope = RevocationScope.GRANT;
        fixture.revocationResult = new RevocationResult.Failed(Duration.ZERO);
        failedConnect(Optional.empty());
        exchangesReturn(new ExchangeResult.Granted(WORK_ID, ConnectFixture.grant(5)));
        connect();

        fixture.now = NOW.plusSeconds(3_600);
        fixture.revokePending();

        verify(fixture.servers).revoke(any(), any());
        assertEquals(List.of(), fixture.pending);
        assertEquals(List.of("BEGUN " + UNKNOWN, "LEFT " + UNKNOWN), fixture.revocationEvents());
    }

    @Test
    @Tag("R21")
    void a_token_that_the_provider_issued_again_is_not_revoked() {
        connect();

        exchangesReturn(new ExchangeResult.Failed(
                AttemptFailure.UNUSABLE_ANSWER, UnusedTokens.of(Optional.empty(), ConnectFixture.grant(1), true)));
        connect();

        assertNothingRevoked();
        assertEquals(List.of("LEFT " + UNKNOWN), fixture.revocationEvents());
    }

    @Test
    @Tag("R21")
    void a_link_of_another_user_does_not_keep_unused_tokens() {
        fixture.scope = RevocationScope.GRANT;
        connect(BOB);

        failedConnect(Optional.empty());

        verify(fixture.servers).revoke(any(), any());
    }

    @Test
    @Tag("R27")
    void a_grant_beyond_the_quota_is_revoked_at_once() {
        fixture.quota = 0;

        for (RevocationScope scope : List.of(RevocationScope.TOKEN, RevocationScope.GRANT)) {
            fixture.scope = scope;
            assertEquals(new CompleteResult.Failed(AttemptFailure.QUOTA_EXCEEDED), connect());
        }

        assertEquals(List.of("BEGUN work", "REVOKED work", "BEGUN work", "REVOKED work"), fixture.revocationEvents());
    }

    @Test
    @Tag("R27")
    void an_unexpected_failure_of_the_exchange_fails_the_attempt() {
        doThrow(new IllegalStateException("unexpected")).when(fixture.servers).exchange(any(), any());

        assertThrows(IllegalStateException.class, this::connect);

        assertEquals(new AttemptState.Failed(AttemptFailure.EXCHANGE_UNKNOWN), lastState());
    }

    @Test
    @Tag("R27")
    void an_unexpected_failure_of_the_link_fails_the_attempt_and_revokes_the_tokens() {
        doThrow(new IllegalStateException("unexpected")).when(fixture.store).find(WORK);

        assertThrows(IllegalStateException.class, this::connect);

        assertEquals(new AttemptState.Failed(AttemptFailure.UNUSABLE_ANSWER), lastState());
        verify(fixture.servers).revoke(any(), any());
    }

    @Test
    @Tag("R27")
    void the_revocation_of_an_unused_grant_stays_pending_until_its_provider_carries_it_out() {
        fixture.quota = 0;
        fixture.revocationResult = new RevocationResult.Failed(Duration.ZERO);

        connect();

        assertEquals(1, fixture.pending.size());
        assertEquals(1, fixture.pending.get(0).failures());
    }

    @Test
    @Tag("R28")
    void a_replayed_completion_links_nothing_after_an_unlink() {
        fixture.begun();
        CallbackResult.Returned returned = fixture.returned();
        fixture.complete(ALICE, returned);
        fixture.attempts.accounts.clear();

        assertInstanceOf(CompleteResult.NotFound.class, fixture.complete(ALICE, returned));
        assertInstanceOf(CompleteResult.NotFound.class, fixture.complete(ALICE, returned, "another ticket"));
        assertEquals(1, fixture.exchanged.size());
        assertTrue(fixture.attempts.accounts.isEmpty());
    }

    @Test
    @Tag("R28")
    void an_account_that_is_unlinked_during_the_exchange_stays_unlinked() {
        connect();
        doAnswer(call -> {
                    fixture.attempts.accounts.clear();
                    return new ExchangeResult.Granted(WORK_ID, ConnectFixture.grant(2));
                })
                .when(fixture.servers)
                .exchange(any(), any());

        assertEquals(new CompleteResult.Failed(AttemptFailure.UNLINKED), connect());

        assertTrue(fixture.attempts.accounts.isEmpty());
        assertEquals(new AttemptState.Failed(AttemptFailure.UNLINKED), lastState());
        assertEquals(List.of("BEGUN work", "REVOKED work"), fixture.revocationEvents());
    }

    @Test
    @Tag("R28")
    void an_exchange_that_ends_after_its_time_links_nothing() {
        doAnswer(call -> {
                    fixture.now = fixture.now.plus(CompleteReturned.EXCHANGE_TIME);
                    return new ExchangeResult.Granted(WORK_ID, ConnectFixture.grant(1));
                })
                .when(fixture.servers)
                .exchange(any(), any());

        assertEquals(new CompleteResult.Failed(AttemptFailure.EXCHANGE_UNKNOWN), connect());

        assertTrue(fixture.attempts.accounts.isEmpty());
        verify(fixture.servers).revoke(any(), any());
    }
}
