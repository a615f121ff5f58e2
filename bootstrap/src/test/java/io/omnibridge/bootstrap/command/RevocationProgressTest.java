package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.omnibridge.adapters.support.testing.LogRecorder;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("it listens to a logger, and others configure logging")
class RevocationProgressTest {

    @Test
    void progress_is_logged_about_once_a_second() {
        Logger logger = (Logger) LoggerFactory.getLogger(RevocationProgress.class);
        LogRecorder log = new LogRecorder();
        log.start();
        logger.addAppender(log);
        Clock clock = mock();
        when(clock.instant()).thenReturn(Instant.EPOCH);
        RevocationProgress progress = new RevocationProgress(clock);
        for (int i = 1; i <= 25; i++) {
            when(clock.instant()).thenReturn(Instant.EPOCH.plusMillis(100L * i));
            progress.scanned(i, i / 2);
        }
        logger.detachAppender(log);

        assertEquals(
                List.of("revoking: 5 of 10 accounts unlinked so far", "revoking: 10 of 20 accounts unlinked so far"),
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }
}
