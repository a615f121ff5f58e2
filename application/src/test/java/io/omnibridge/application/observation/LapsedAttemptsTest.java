package io.omnibridge.application.observation;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.attempt;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.ConnectAttempts;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("OP3")
class LapsedAttemptsTest {

    private final ConnectAttempts attempts = mock();
    private final CredentialEvents events = mock();
    private final AuditedAction action = mock();
    private final ConnectAttempt begun = attempt(ALICE, NOW);
    private Instant now = NOW;
    private final Clock clock = mock();
    private final LapsedAttempts lapsed = new LapsedAttempts(attempts, events, clock);
    private final ObservedAttempts observed = new ObservedAttempts(attempts, events, lapsed);

    private void begin() {
        when(clock.instant()).thenAnswer(call -> now);
        when(attempts.begin(any(), org.mockito.ArgumentMatchers.anyInt(), any()))
                .thenReturn(true);
        observed.begin(begun, 20, action);
        verify(events).attempt(GOOGLE, AttemptStep.BEGUN);
    }

    private void isStored(ConnectAttempt stored) {
        when(attempts.find(ALICE, begun.id())).thenReturn(Optional.of(stored));
    }

    private void reportAfter(Duration time) {
        now = NOW.plus(time);
        lapsed.report();
        lapsed.report();
    }

    @Test
    void an_attempt_that_is_not_continued_has_lapsed_once() {
        begin();
        isStored(begun);

        reportAfter(Duration.ofMinutes(12));
        verifyNoMoreInteractions(events);

        reportAfter(Duration.ofMinutes(13));
        verify(events, times(1)).attempt(GOOGLE, AttemptStep.LAPSED);
    }

    @Test
    void an_attempt_whose_ticket_was_not_used_has_lapsed_too() {
        begin();
        isStored(begun.nextRevision(
                new AttemptState.Returned(HashedValue.of("ticket"), NOW.plusSeconds(120), 0), begun.secrets()));

        reportAfter(Duration.ofMinutes(13));
        verify(events).attempt(GOOGLE, AttemptStep.LAPSED);
    }

    @Test
    void an_exchange_that_never_ended_has_failed() {
        begin();
        isStored(begun.nextRevision(new AttemptState.Exchanging(NOW.plusSeconds(60)), Optional.empty()));

        reportAfter(Duration.ofMinutes(13));
        verify(events).attemptFailed(GOOGLE, begun.id(), AttemptFailure.EXCHANGE_UNKNOWN);
        verifyNoMoreInteractions(events);
    }

    @Test
    void an_attempt_that_ended_in_time_has_not_lapsed() {
        begin();
        isStored(begun.nextRevision(new AttemptState.Completed(new ProviderAccountId("work"), true), Optional.empty()));

        reportAfter(Duration.ofMinutes(13));
        verifyNoMoreInteractions(events);
    }

    @Test
    void an_outage_of_the_store_loses_no_attempt() {
        begin();
        when(attempts.find(ALICE, begun.id()))
                .thenThrow(new StoreUnavailable("down"))
                .thenReturn(Optional.of(begun));
        now = NOW.plus(Duration.ofMinutes(13));

        assertThrows(StoreUnavailable.class, lapsed::report);
        lapsed.report();
        verify(events).attempt(GOOGLE, AttemptStep.LAPSED);
    }
}
