package io.omnibridge.application.connect;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.caller;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.identity.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("L3")
class CancelConnectTest {

    private final ConnectFixture fixture = new ConnectFixture();
    private final ConnectAttempt begun = fixture.begun().attempt();

    private CancelResult cancel(UserId user) {
        return fixture.cancelConnect().cancel(caller(user), REQUEST, begun.id());
    }

    private ConnectAttempt stored() {
        return fixture.attempts.stored(begun.id());
    }

    @Test
    void a_pending_attempt_is_cancelled_and_its_callback_gives_no_ticket() {
        assertEquals(CancelResult.CANCELLED, cancel(ALICE));

        assertEquals(new AttemptState.Failed(AttemptFailure.CANCELLED), stored().state());
        assertEquals(Optional.empty(), stored().secrets());
        assertInstanceOf(CallbackResult.NotCurrent.class, fixture.handle(fixture.codeOfLast()));
    }

    @Test
    void a_returned_attempt_is_cancelled_with_its_code_and_its_ticket_opens_nothing() {
        CallbackResult.Returned returned = fixture.returned();

        assertEquals(CancelResult.CANCELLED, cancel(ALICE));

        assertEquals(Optional.empty(), stored().secrets());
        assertEquals(new CompleteResult.Failed(AttemptFailure.CANCELLED), fixture.complete(ALICE, returned));
        assertTrue(fixture.exchanged.isEmpty());
        assertEquals(List.of(AuditOutcome.RETURNED, AuditOutcome.FAILED), fixture.attempts.outcomes);
    }

    @Test
    void cancelling_again_has_the_same_result_and_no_second_event() {
        assertEquals(CancelResult.CANCELLED, cancel(ALICE));
        assertEquals(CancelResult.CANCELLED, cancel(ALICE));

        assertEquals(List.of(AuditOutcome.FAILED), fixture.attempts.outcomes);
    }

    @Test
    @Tag("Z1")
    void another_users_attempt_is_not_found_and_goes_on() {
        assertEquals(CancelResult.NOT_FOUND, cancel(BOB));
        assertEquals(begun, stored());
    }

    @Test
    void an_attempt_that_is_exchanging_or_over_is_not_cancelled() {
        ConnectAttempt exchanging =
                begun.nextRevision(new AttemptState.Exchanging(NOW.plusSeconds(60)), Optional.empty());
        fixture.attempts.attempts.put(begun.id(), exchanging);
        assertEquals(CancelResult.IN_PROGRESS, cancel(ALICE));
        assertEquals(exchanging, stored());

        fixture.attempts.attempts.put(begun.id(), exchanging.failed(AttemptFailure.CODE_REFUSED));
        assertEquals(CancelResult.FAILED, cancel(ALICE));
    }

    @Test
    void a_completed_attempt_keeps_its_account() {
        fixture.complete(ALICE, fixture.returned());

        assertEquals(CancelResult.COMPLETED, cancel(ALICE));
        assertEquals(1, fixture.attempts.accounts.size());
    }

    @Test
    void an_expired_attempt_is_over() {
        fixture.now = NOW.plus(Duration.ofMinutes(10));

        assertEquals(CancelResult.EXPIRED, cancel(ALICE));
    }
}
