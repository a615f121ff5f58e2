package io.omnibridge.bootstrap.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.omnibridge.adapters.support.testing.LogRecorder;
import io.omnibridge.application.port.StoreUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

@Isolated("it listens to a logger, and others configure logging")
class BackgroundJobsTest {

    private static final Duration OFTEN = Duration.ofMillis(1);
    private static final String TOKEN = "token-77";

    private final Logger logger = (Logger) LoggerFactory.getLogger(BackgroundJobs.class);
    private final LogRecorder log = new LogRecorder();
    private final BackgroundJobs backgroundJobs = new BackgroundJobs();

    @BeforeEach
    void captureLog() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void close() {
        backgroundJobs.close();
        logger.detachAppender(log);
    }

    @Test
    @Tag("D2")
    void a_job_that_fails_runs_again() {
        List<Throwable> faults =
                List.of(new StoreUnavailable("away"), new IllegalStateException(TOKEN), new StackOverflowError(TOKEN));
        CountDownLatch passes = new CountDownLatch(2 * faults.size());
        backgroundJobs.every(OFTEN, "failing", () -> {
            passes.countDown();
            sneak(faults.get((int) (passes.getCount() % faults.size())));
        });

        await(passes);
    }

    @Test
    @Tag("S1")
    void a_fault_is_logged_by_its_class_and_an_outage_by_its_message() {
        CountDownLatch passes = new CountDownLatch(3);
        backgroundJobs.every(OFTEN, "revoking", () -> {
            passes.countDown();
            throw passes.getCount() % 2 == 0 ? new IllegalStateException(TOKEN) : new StoreUnavailable("away");
        });
        await(passes);
        backgroundJobs.close();

        List<String> lines = log.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .distinct()
                .sorted()
                .toList();
        assertEquals(
                List.of("revoking: store unavailable: away", "revoking: unexpected java.lang.IllegalStateException"),
                lines);
        assertTrue(log.list.stream().allMatch(event -> event.getThrowableProxy() == null));
    }

    @Test
    void a_job_never_overlaps_itself() {
        AtomicInteger underWay = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        CountDownLatch passes = new CountDownLatch(20);
        Runnable pass = () -> {
            overlapped.compareAndSet(false, underWay.incrementAndGet() > 1);
            underWay.decrementAndGet();
            passes.countDown();
        };
        backgroundJobs.every(OFTEN, "one", pass).every(OFTEN, "another", () -> {});

        await(passes);
        assertFalse(overlapped.get());
    }

    @Test
    @Tag("R26")
    void a_job_that_hangs_delays_no_other() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch passes = new CountDownLatch(20);
        backgroundJobs
                .every(OFTEN, "hanging", () -> await(mayEnd))
                .every(OFTEN, "another", passes::countDown)
                .every(OFTEN, "hanging too", () -> await(mayEnd));

        await(passes);
        mayEnd.countDown();
    }

    @Test
    @Tag("D5")
    void closing_waits_for_the_running_job_and_starts_no_other() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        backgroundJobs.every(OFTEN, "slow", () -> {
            begun.countDown();
            await(mayEnd);
            ended.incrementAndGet();
        });
        await(begun);
        Thread closing = new Thread(backgroundJobs::close);
        closing.start();
        closing.join(100);
        assertTrue(closing.isAlive());

        mayEnd.countDown();
        closing.join(TimeUnit.SECONDS.toMillis(60));
        assertFalse(closing.isAlive());
        assertEquals(1, ended.get());
        Thread.sleep(20);
        assertEquals(1, ended.get());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void sneak(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }
}
