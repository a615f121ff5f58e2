package io.omnibridge.adapters.providers.oauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.transport.RequestFailed;
import io.omnibridge.adapters.support.testing.MutableClock;
import io.omnibridge.domain.account.ProviderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One fetch serves all callers, and the failure of an issuer is kept for a while. */
@Tag("A21")
class MetadataCacheTest {

    private static final ProviderId CORPORATE = new ProviderId("corporate");
    private static final ProviderId OTHER = new ProviderId("other");

    private final MutableClock clock = new MutableClock(Instant.parse("2026-03-01T09:30:00Z"));
    private final MetadataCache cache = new MetadataCache(clock);
    private final AtomicInteger fetches = new AtomicInteger();

    private IssuerMetadata get(ProviderId provider, Callable<IssuerMetadata> fetch) throws Exception {
        return cache.get(
                provider,
                () -> {
                    fetches.incrementAndGet();
                    return fetch.call();
                },
                new ProviderDeadline(Clock.systemUTC(), Duration.ofSeconds(60)));
    }

    private static IssuerMetadata away() throws RequestFailed {
        throw new RequestFailed("no connection");
    }

    @Test
    void all_callers_wait_for_one_fetch() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<IssuerMetadata>> waiting = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                waiting.add(threads.submit(() -> get(CORPORATE, () -> {
                    answer.await();
                    return IssuerMetadata.NONE;
                })));
            }
            answer.countDown();
            for (Future<IssuerMetadata> one : waiting) {
                assertSame(IssuerMetadata.NONE, one.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(1, fetches.get());
    }

    @Test
    void one_hanging_issuer_does_not_hold_up_another() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Future<IssuerMetadata> hanging = threads.submit(() -> get(CORPORATE, () -> {
                never.await();
                return IssuerMetadata.NONE;
            }));

            assertSame(IssuerMetadata.NONE, get(OTHER, () -> IssuerMetadata.NONE));
            assertFalse(hanging.isDone());
            never.countDown();
            hanging.get();
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_failure_is_kept_for_some_seconds() throws Exception {
        assertThrows(RequestFailed.class, () -> get(CORPORATE, MetadataCacheTest::away));

        clock.advance(MetadataCache.FAILURE_KEPT.minusMillis(1));
        assertTrue(cache.answersAtOnce(CORPORATE));
        RequestFailed again = assertThrows(RequestFailed.class, () -> get(CORPORATE, () -> IssuerMetadata.NONE));
        assertEquals("no connection", again.getMessage());
        assertEquals(1, fetches.get());

        clock.advance(Duration.ofMillis(1));
        assertFalse(cache.answersAtOnce(CORPORATE));
        assertSame(IssuerMetadata.NONE, get(CORPORATE, () -> IssuerMetadata.NONE));
        assertEquals(2, fetches.get());
    }

    @Test
    void invalid_metadata_is_kept_as_invalid() {
        for (int i = 0; i < 3; i++) {
            assertThrows(
                    InvalidProviderResponse.class,
                    () -> get(CORPORATE, () -> {
                        throw new InvalidProviderResponse("no metadata");
                    }));
        }
        assertEquals(1, fetches.get());
    }

    @Test
    void metadata_is_used_for_an_hour_and_for_a_day_without_the_issuer() throws Exception {
        get(CORPORATE, () -> IssuerMetadata.NONE);
        clock.advance(Duration.ofMinutes(59));
        assertSame(IssuerMetadata.NONE, get(CORPORATE, MetadataCacheTest::away));
        assertEquals(1, fetches.get());

        clock.advance(Duration.ofMinutes(1));
        assertSame(IssuerMetadata.NONE, get(CORPORATE, MetadataCacheTest::away));
        assertEquals(2, fetches.get());

        clock.advance(Duration.ofHours(23));
        assertThrows(RequestFailed.class, () -> get(CORPORATE, MetadataCacheTest::away));
    }

    @Test
    void a_caller_waits_no_longer_than_its_deadline() throws Exception {
        CountDownLatch never = new CountDownLatch(1);

        RequestFailed late = assertThrows(
                RequestFailed.class,
                () -> cache.get(
                        CORPORATE,
                        () -> {
                            never.await();
                            return IssuerMetadata.NONE;
                        },
                        new ProviderDeadline(Clock.systemUTC(), Duration.ZERO)));

        assertEquals("no response in time", late.getMessage());
        never.countDown();
    }
}
