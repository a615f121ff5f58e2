package io.omnibridge.adapters.support.jwks;

import static io.omnibridge.adapters.support.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.support.testing.KeyServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JwksRefreshTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration RETRY_DELAY = Duration.ofMillis(1);

    private final AtomicInteger fetches = new AtomicInteger();

    @Test
    void a_failed_fetch_is_repeated_after_the_cool_down() {
        try (JwksRefresh refresh = refresh(HOUR, RETRY_DELAY, () -> false)) {
            refresh.start();
            eventually(() -> fetches.get() >= 3);
        }
    }

    @Test
    void a_fetch_that_throws_is_repeated_after_the_cool_down() {
        BooleanSupplier broken = () -> {
            throw new IllegalStateException("as a library might");
        };
        try (JwksRefresh refresh = refresh(HOUR, RETRY_DELAY, broken)) {
            refresh.start();
            eventually(() -> fetches.get() >= 3);
            refresh.await(HOUR);
        }
    }

    @Test
    void a_fetch_that_succeeded_is_repeated_after_the_interval() {
        try (JwksRefresh refresh = refresh(RETRY_DELAY, HOUR, () -> true)) {
            refresh.start();
            eventually(() -> fetches.get() >= 3);
        }
    }

    @Test
    void an_interrupt_ends_the_wait_and_stays_set() {
        try (JwksRefresh refresh = refresh(HOUR, HOUR, JwksRefreshTest::hang)) {
            refresh.start();
            Thread.currentThread().interrupt();
            refresh.await(HOUR);
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void the_thread_is_a_daemon() {
        AtomicBoolean daemon = new AtomicBoolean();
        try (JwksRefresh refresh = refresh(HOUR, HOUR, () -> {
            daemon.set(Thread.currentThread().isDaemon());
            return true;
        })) {
            refresh.start();
            eventually(daemon::get);
        }
    }

    @Test
    void closing_interrupts_a_fetch_under_way_and_ends_every_wait() {
        AtomicBoolean interrupted = new AtomicBoolean();
        JwksRefresh refresh = refresh(RETRY_DELAY, RETRY_DELAY, () -> {
            hang();
            interrupted.set(Thread.currentThread().isInterrupted());
            return false;
        });
        refresh.start();
        eventually(() -> fetches.get() == 1);
        refresh.close();
        eventually(interrupted::get);
        refresh.start();
        refresh.await(HOUR);
        assertEquals(1, fetches.get());
    }

    private static boolean hang() {
        KeyServer.awaitUninterruptibly(new CountDownLatch(1));
        return false;
    }

    private JwksRefresh refresh(Duration interval, Duration coolDown, BooleanSupplier fetch) {
        BooleanSupplier counted = () -> {
            fetches.incrementAndGet();
            return fetch.getAsBoolean();
        };
        JwksLimits limits = new JwksLimits(interval, coolDown, HOUR.multipliedBy(2), HOUR, 1, 1);
        return new JwksRefresh(counted, limits, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }
}
