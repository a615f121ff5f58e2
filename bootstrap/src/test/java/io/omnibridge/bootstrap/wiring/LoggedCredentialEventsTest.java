package io.omnibridge.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.omnibridge.adapters.support.testing.LogRecorder;
import io.omnibridge.application.observation.AttemptStep;
import io.omnibridge.application.observation.CredentialEvents;
import io.omnibridge.application.observation.ExchangeOutcome;
import io.omnibridge.application.observation.RefreshOutcome;
import io.omnibridge.application.observation.RevocationOutcome;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

@Tag("OP3")
class LoggedCredentialEventsTest {

    private static final ProviderId GOOGLE = new ProviderId("google");
    private static final AttemptId ATTEMPT = new AttemptId("a".repeat(32));

    private final CredentialEvents metrics = mock();
    private final CredentialEvents events = new LoggedCredentialEvents(metrics);
    private final Logger logger = (Logger) LoggerFactory.getLogger(LoggedCredentialEvents.class);
    private final LogRecorder log = new LogRecorder();

    @BeforeEach
    void captureLog() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void releaseLog() {
        logger.detachAppender(log);
    }

    @ParameterizedTest
    @EnumSource
    void each_failed_attempt_is_one_line_with_provider_attempt_and_reason(AttemptFailure reason) {
        events.attemptFailed(GOOGLE, ATTEMPT, reason);

        boolean isSuspicious = reason == AttemptFailure.WRONG_ISSUER || reason == AttemptFailure.WRONG_TICKETS;
        assertEquals(
                List.of("google: attempt " + ATTEMPT.value() + " failed: "
                        + reason.name().toLowerCase(java.util.Locale.ROOT)
                        + (isSuspicious ? ", which may be an attack" : "")),
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
        assertEquals(isSuspicious ? Level.WARN : Level.INFO, log.list.get(0).getLevel());
        verify(metrics).attemptFailed(GOOGLE, ATTEMPT, reason);
    }

    @Test
    void everything_else_is_passed_on_without_a_line() {
        events.attempt(GOOGLE, AttemptStep.BEGUN);
        events.exchanged(GOOGLE, ExchangeOutcome.GRANTED);
        events.refreshed(GOOGLE, RefreshOutcome.RENEWED);
        events.revoked(GOOGLE, RevocationOutcome.REVOKED);

        verify(metrics).attempt(GOOGLE, AttemptStep.BEGUN);
        verify(metrics).exchanged(GOOGLE, ExchangeOutcome.GRANTED);
        verify(metrics).refreshed(GOOGLE, RefreshOutcome.RENEWED);
        verify(metrics).revoked(GOOGLE, RevocationOutcome.REVOKED);
        assertEquals(List.of(), log.list);
    }
}
