package io.omnibridge.application.connect;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.when;

import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.revocation.RevocationScope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CompleteConnectTest {

    private final ConnectFixture fixture = new ConnectFixture();
    private CallbackResult.Returned returned;

    CompleteConnectTest() {
        fixture.begun();
        returned = fixture.returned();
    }

    @BeforeEach
    void no_code_is_exchanged_before_the_ticket_is_presented() {
        assertTrue(fixture.exchanged.isEmpty());
    }

    /** Ends a node's work without any of its handlers. */
    private static final class NodeKilled extends Error {
        private static final long serialVersionUID = 1L;
    }

    private CompleteResult complete() {
        return fixture.complete(ALICE, returned);
    }

    private AttemptState state() {
        return fixture.attempts.stored(returned.attempt().id()).state();
    }

    @Test
    void the_owner_with_the_ticket_links_the_account() {
        CompleteResult.Completed completed = (CompleteResult.Completed) complete();
        AccountMetadata account = completed.account();

        assertTrue(completed.isNew());
        assertEquals(key(ALICE, GOOGLE, "work"), account.key());
        assertEquals(LinkedBy.CONNECT, account.linkedBy());
        assertTrue(account.refreshable());
        assertEquals(List.of("mail.read"), account.scopes().values());
        assertEquals(Optional.of(new Secret("code")), fixture.exchanged.get(0).code());
    }

    @Test
    @Tag("O11")
    @Tag("O4")
    void another_user_with_the_ticket_cannot_complete_the_attempt() {
        assertInstanceOf(CompleteResult.NotFound.class, fixture.complete(BOB, returned));
        assertTrue(fixture.exchanged.isEmpty());
    }

    @Test
    @Tag("O11")
    void the_owner_cannot_complete_the_attempt_without_the_ticket() {
        assertInstanceOf(CompleteResult.WrongTicket.class, fixture.complete(ALICE, returned, "guess"));
        assertTrue(fixture.exchanged.isEmpty());
    }

    @Test
    @Tag("O12")
    void five_wrong_tickets_fail_the_attempt() {
        for (int i = 0; i < 4; i++) {
            assertInstanceOf(CompleteResult.WrongTicket.class, fixture.complete(ALICE, returned, "guess" + i));
        }

        CompleteResult dead = new CompleteResult.Failed(AttemptFailure.WRONG_TICKETS);
        assertEquals(dead, fixture.complete(ALICE, returned, "guess"));
        assertEquals(dead, complete());
        assertTrue(fixture.exchanged.isEmpty());
    }

    @Test
    @Tag("O14")
    void a_hundred_completions_at_once_exchange_once() {
        List<CompleteResult> results =
                IntStream.range(0, 100).parallel().mapToObj(i -> complete()).toList();

        assertEquals(1, fixture.exchanged.size());
        assertTrue(results.stream()
                .allMatch(result ->
                        result instanceof CompleteResult.Completed || result instanceof CompleteResult.InProgress));
    }

    @Test
    @Tag("A21")
    void with_too_many_calls_in_flight_nothing_is_exchanged_and_the_attempt_waits() {
        List<CallPermit> permits = fixture.occupy(ALICE);

        assertInstanceOf(CompleteResult.Busy.class, complete());
        assertInstanceOf(AttemptState.Returned.class, state());
        assertTrue(fixture.exchanged.isEmpty());

        permits.get(0).close();
        assertInstanceOf(CompleteResult.Completed.class, complete());
    }

    @Test
    @Tag("A21")
    void a_wrong_ticket_takes_no_place() {
        fixture.occupy(ALICE);

        assertInstanceOf(CompleteResult.WrongTicket.class, fixture.complete(ALICE, returned, "guess"));
    }

    @Test
    @Tag("O14")
    void an_unfinished_exchange_is_never_repeated() {
        when(fixture.servers.exchange(any(), any())).thenThrow(new NodeKilled());
        assertThrows(NodeKilled.class, this::complete);

        assertInstanceOf(CompleteResult.InProgress.class, complete());
        fixture.now = NOW.plus(CompleteReturned.EXCHANGE_TIME);
        assertEquals(new CompleteResult.Failed(AttemptFailure.EXCHANGE_UNKNOWN), complete());
    }

    @Test
    @Tag("O14")
    void an_unacknowledged_claim_exchanges_nothing() {
        fixture.attempts.isNextAcknowledgementLost = true;

        assertThrows(StoreUnavailable.class, this::complete);
        assertTrue(fixture.exchanged.isEmpty());
    }

    @Test
    void a_repeated_completion_returns_the_same_result() {
        CompleteResult first = complete();

        assertEquals(first, complete());
        assertEquals(first, fixture.complete(ALICE, returned, "lost"));
        fixture.attempts.accounts.clear();
        assertInstanceOf(CompleteResult.NotFound.class, complete());
    }

    @Test
    void an_unacknowledged_link_is_read_again() {
        doReturn(Optional.empty()).when(fixture.store).find(any());
        when(fixture.servers.exchange(any(), any())).thenAnswer(call -> {
            fixture.attempts.isNextAcknowledgementLost = true;
            return new ExchangeResult.Granted(key(ALICE, GOOGLE, "work").providerAccountId(), ConnectFixture.grant(1));
        });

        assertInstanceOf(CompleteResult.Completed.class, complete());
    }

    @Test
    @Tag("O15")
    @Tag("O8")
    void a_failed_exchange_links_nothing() {
        doReturn(new ExchangeResult.Failed(AttemptFailure.UNUSABLE_ANSWER))
                .when(fixture.servers)
                .exchange(any(), any());

        assertEquals(new CompleteResult.Failed(AttemptFailure.UNUSABLE_ANSWER), complete());
        assertEquals(new AttemptState.Failed(AttemptFailure.UNUSABLE_ANSWER), state());
        assertTrue(fixture.attempts.accounts.isEmpty());
    }

    @Test
    void a_code_expires_after_two_minutes() {
        fixture.now = NOW.plus(Duration.ofMinutes(2));

        assertInstanceOf(CompleteResult.Expired.class, complete());
        assertTrue(fixture.exchanged.isEmpty());
    }

    @Test
    void an_attempt_without_callback_cannot_be_completed() {
        BeginResult.Begun begun = fixture.begun();
        CallbackResult.Returned notYet = new CallbackResult.Returned(begun.attempt(), "ticket", Optional.empty());

        assertInstanceOf(CompleteResult.NotReturned.class, fixture.complete(ALICE, notYet));
    }

    @Test
    void replaced_credentials_are_queued_for_revocation_by_token() {
        complete();
        fixture.begun();
        returned = fixture.returned();

        assertFalse(((CompleteResult.Completed) complete()).isNew());
        assertEquals(1, fixture.attempts.revocation.size());
    }

    @Test
    @Tag("O16")
    void replaced_credentials_are_not_revoked_where_that_ends_the_new_ones() {
        fixture.scope = RevocationScope.GRANT;
        complete();
        fixture.begun();
        returned = fixture.returned();

        complete();
        assertTrue(fixture.attempts.revocation.isEmpty());
    }

    @Test
    void a_removed_provider_receives_no_code() {
        doReturn(Optional.empty()).when(fixture.catalogue).find(GOOGLE);

        assertEquals(new CompleteResult.Failed(AttemptFailure.PROVIDER_CHANGED), complete());
        assertTrue(fixture.exchanged.isEmpty());
    }
}
