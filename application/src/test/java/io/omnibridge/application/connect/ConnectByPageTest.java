package io.omnibridge.application.connect;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.caller;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.AttemptStatus;
import io.omnibridge.domain.connect.ConnectAttempt;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("W7")
class ConnectByPageTest {

    private final ConnectFixture fixture = new ConnectFixture();

    private CallbackResult.Returned returnedByPage() {
        fixture.begunByPage();
        return fixture.returned();
    }

    @Test
    void an_attempt_of_a_page_asks_for_all_scopes_and_returns_to_the_page() {
        ConnectAttempt attempt = fixture.begunByPage().attempt();

        assertTrue(attempt.isOfPage());
        assertEquals(
                "openid mail.read files.read", String.join(" ", attempt.scopes().values()));
        assertEquals(Optional.empty(), fixture.returned().to());
    }

    @Test
    void a_page_completes_it_with_the_ticket() {
        CallbackResult.Returned returned = returnedByPage();

        assertInstanceOf(CompleteResult.Completed.class, fixture.completeByPage(ALICE, returned, returned.ticket()));
    }

    @Test
    void a_client_cannot_complete_it_even_with_the_right_ticket() {
        CallbackResult.Returned returned = returnedByPage();

        assertInstanceOf(CompleteResult.NotFound.class, fixture.complete(ALICE, returned));
        assertTrue(fixture.exchanged.isEmpty());
        assertEquals(
                0,
                ((AttemptState.Returned)
                                fixture.attempts.stored(returned.attempt().id()).state())
                        .wrongTickets());
    }

    @Test
    void a_page_cannot_complete_an_attempt_of_a_client() {
        fixture.begun();
        CallbackResult.Returned returned = fixture.returned();

        assertInstanceOf(CompleteResult.NotFound.class, fixture.completeByPage(ALICE, returned, returned.ticket()));
        assertEquals(
                Optional.empty(),
                fixture.findAttempt()
                        .findOfPage(caller(ALICE), returned.attempt().id()));
        assertTrue(fixture.exchanged.isEmpty());
    }

    @Test
    void another_user_sees_nothing_of_it_and_cannot_complete_it() {
        CallbackResult.Returned returned = returnedByPage();

        assertInstanceOf(CompleteResult.NotFound.class, fixture.completeByPage(BOB, returned, returned.ticket()));
        assertEquals(
                Optional.empty(),
                fixture.findAttempt().findOfPage(caller(BOB), returned.attempt().id()));
        assertTrue(fixture.exchanged.isEmpty());
    }

    @Test
    void a_wrong_ticket_completes_nothing() {
        assertInstanceOf(
                CompleteResult.WrongTicket.class, fixture.completeByPage(ALICE, returnedByPage(), "0".repeat(43)));
        assertTrue(fixture.exchanged.isEmpty());
    }

    @Test
    void its_page_shows_the_account_that_it_linked() {
        CallbackResult.Returned returned = returnedByPage();
        fixture.completeByPage(ALICE, returned, returned.ticket());

        AttemptOfPage shown = fixture.findAttempt()
                .findOfPage(caller(ALICE), returned.attempt().id())
                .orElseThrow();

        assertEquals(AttemptStatus.COMPLETED, shown.summary().status());
        assertEquals(
                "work", shown.account().orElseThrow().key().providerAccountId().value());
    }
}
