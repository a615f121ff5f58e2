package io.omnibridge.adapters.support.jwks;

import static io.omnibridge.adapters.support.testing.Eventually.eventually;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.nimbusds.jose.jwk.JWK;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.testing.KeyServer;
import io.omnibridge.adapters.support.testing.LogRecorder;
import io.omnibridge.adapters.support.testing.MutableClock;
import io.omnibridge.adapters.support.testing.RawJson;
import io.omnibridge.adapters.support.testing.TestKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Tag("J11")
@Timeout(60)
class JwksCacheTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JwksLimits LIMITS =
            new JwksLimits(Duration.ofMinutes(30), Duration.ofSeconds(30), Duration.ofHours(1), TIMEOUT, 1 << 20, 2);
    private static final RawJson FIRST = TestKeys.published("first", TestKeys.P256);
    private static final RawJson SECOND = TestKeys.published("second", TestKeys.P384);

    private final MutableClock clock = new MutableClock(Instant.EPOCH);
    private final KeyServer server = new KeyServer(TestKeys.set(FIRST));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_view_is_the_same_object_until_the_set_changes() {
        try (JwksCache<Object> cache = open(keys -> new Object())) {
            cache.awaitRefresh(TIMEOUT);
            Object first = cache.inForce().orElseThrow();

            refresh(cache);
            assertSame(first, cache.inForce().orElseThrow());

            server.publish(TestKeys.set(FIRST, SECOND));
            refresh(cache);
            assertNotSame(first, cache.inForce().orElseThrow());
        }
    }

    @Test
    void a_fetch_on_demand_waits_for_the_cool_down() {
        try (JwksCache<List<String>> cache = open(JwksCacheTest::keyIds)) {
            cache.awaitRefresh(TIMEOUT);
            server.publish(TestKeys.set(FIRST, SECOND));

            cache.awaitRefresh(TIMEOUT);
            assertEquals(Optional.of(List.of("first")), cache.inForce());

            refresh(cache);
            assertEquals(Optional.of(List.of("first", "second")), cache.inForce());
            assertEquals(2, server.requests());
        }
    }

    @Test
    void the_last_good_set_is_used_up_to_its_maximum_age() {
        try (JwksCache<List<String>> cache = open(JwksCacheTest::keyIds)) {
            cache.awaitRefresh(TIMEOUT);
            server.fail(503);

            clock.advance(LIMITS.maxAge());
            cache.awaitRefresh(TIMEOUT);
            assertEquals(Optional.of(List.of("first")), cache.inForce());

            clock.advance(Duration.ofSeconds(1));
            assertEquals(Optional.empty(), cache.inForce());
        }
    }

    @Test
    @Tag("J10")
    void more_threads_than_the_maximum_do_not_wait() {
        server.delayUntil(new CountDownLatch(1));
        List<Thread> threads = new ArrayList<>();
        try (JwksCache<List<String>> cache = open(JwksCacheTest::keyIds)) {
            for (int i = 0; i < 2 * LIMITS.maxWaiting(); i++) {
                threads.add(waiting(cache));
            }
            eventually(() -> countAlive(threads) == LIMITS.maxWaiting());
        }
        eventually(() -> countAlive(threads) == 0);
    }

    private static long countAlive(List<Thread> threads) {
        return threads.stream().filter(Thread::isAlive).count();
    }

    @Test
    void a_failed_fetch_is_one_warning_without_the_response() {
        Logger logger = (Logger) LoggerFactory.getLogger(JwksCache.class);
        LogRecorder log = new LogRecorder();
        log.start();
        logger.addAppender(log);
        server.publish("canary");
        try (JwksCache<List<String>> cache = open(JwksCacheTest::keyIds)) {
            cache.awaitRefresh(TIMEOUT);
        } finally {
            logger.detachAppender(log);
        }
        assertEquals(
                List.of("WARN The issuer's keys were not fetched from " + server.url("/jwks")
                        + ": not a JSON Web Key Set"),
                log.list.stream().map(JwksCacheTest::line).toList());
    }

    private <T> JwksCache<T> open(Function<List<JWK>, T> viewer) {
        JwksFetch fetch = new JwksFetch(Egress.DIRECT.client(TIMEOUT), server.endpoint(), LIMITS);
        return JwksCache.open(fetch, LIMITS, clock, viewer);
    }

    private void refresh(JwksCache<?> cache) {
        clock.advance(LIMITS.coolDown());
        cache.awaitRefresh(TIMEOUT);
    }

    private static Thread waiting(JwksCache<?> cache) {
        Thread thread = new Thread(() -> cache.awaitRefresh(Duration.ofHours(1)));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static List<String> keyIds(List<JWK> keys) {
        return keys.stream().map(JWK::getKeyID).toList();
    }

    private static String line(ILoggingEvent event) {
        return event.getLevel() + " " + event.getFormattedMessage();
    }
}
