package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
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
    void a_fetch_that_throws_is_repeated_too() {
        BooleanSupplier broken = () -> {
            throw new IllegalStateException("as a library might");
        };
        try (JwksRefresh refresh = refresh(HOUR, RETRY_DELAY, broken)) {
            refresh.start();
            eventually(() -> fetches.get() >= 3);
            refresh.await();
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
    void an_interrupt_ends_the_waiting_and_is_not_lost() {
        try (JwksRefresh refresh = refresh(HOUR, HOUR, JwksRefreshTest::hang)) {
            refresh.start();
            Thread.currentThread().interrupt();
            refresh.await();
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void the_thread_keeps_no_program_alive() {
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
    void closing_ends_a_fetch_under_way_and_lets_nobody_wait() {
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
        refresh.await();
        assertEquals(1, fetches.get());
    }

    private static boolean hang() {
        Issuer.awaitUninterruptibly(new CountDownLatch(1));
        return false;
    }

    private JwksRefresh refresh(Duration interval, Duration coolDown, BooleanSupplier fetch) {
        BooleanSupplier counted = () -> {
            fetches.incrementAndGet();
            return fetch.getAsBoolean();
        };
        JwksLimits limits = new JwksLimits(interval, coolDown, HOUR.multipliedBy(2), HOUR, HOUR, 1);
        return new JwksRefresh(counted, limits, Tokens.CLOCK);
    }
}
