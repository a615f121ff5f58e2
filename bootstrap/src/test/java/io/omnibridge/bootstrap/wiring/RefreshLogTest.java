package io.omnibridge.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.omnibridge.adapters.support.testing.LogRecorder;
import io.omnibridge.domain.account.ProviderId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("it listens to a logger, and others configure logging")
class RefreshLogTest {

    @Test
    void a_fault_of_an_adapter_is_one_line_with_the_provider_and_the_class() {
        Logger logger = (Logger) LoggerFactory.getLogger(RefreshLog.class);
        LogRecorder log = new LogRecorder();
        log.start();
        logger.addAppender(log);
        try {
            new RefreshLog().callFailed(new ProviderId("google"), IllegalStateException.class);
        } finally {
            logger.detachAppender(log);
        }

        assertEquals(
                List.of(
                        "google: a refresh failed with java.lang.IllegalStateException, which is a fault in OmniBridge"),
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
        assertEquals(Level.ERROR, log.list.get(0).getLevel());
    }
}
