package io.omnibridge.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import io.omnibridge.adapters.store.vault.StoreClock;
import io.omnibridge.adapters.support.testing.LogRecorder;
import io.omnibridge.adapters.support.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Tag("P1")
@Isolated("it listens to a logger, and others configure logging")
class ClockAgreementTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    private final Logger logger = (Logger) LoggerFactory.getLogger(ClockAgreement.class);
    private final LogRecorder log = new LogRecorder();
    private final AtomicInteger passes = new AtomicInteger();
    private Instant storeTime = TIME;
    private final MutableClock nodeClock = new MutableClock(TIME);
    private final ClockAgreement agreement =
            ClockAgreement.between(nodeClock, new StoreClock(() -> storeTime, () -> 0), Duration.ofSeconds(30));

    @BeforeEach
    void captureLog() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stopCapturing() {
        logger.detachAppender(log);
    }

    @Test
    void background_work_stops_while_the_clocks_differ_and_each_change_is_logged_once() {
        Runnable guarded = agreement.guard(passes::incrementAndGet);
        guarded.run();
        assertEquals(1, passes.get());

        nodeClock.advance(Duration.ofMinutes(10));
        guarded.run();
        guarded.run();
        assertEquals(1, passes.get());

        storeTime = nodeClock.instant();
        guarded.run();
        guarded.run();
        assertEquals(3, passes.get());

        List<String> levels =
                log.list.stream().map(event -> event.getLevel().toString()).toList();
        assertEquals(List.of("WARN", "INFO"), levels);
        assertTrue(log.list.get(0).getFormattedMessage().contains("a difference of 600 s"));
    }

    @Test
    void a_store_in_the_process_always_agrees() {
        assertTrue(ClockAgreement.ofOneClock().check());
    }
}
