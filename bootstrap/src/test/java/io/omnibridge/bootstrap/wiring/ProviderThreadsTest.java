package io.omnibridge.bootstrap.wiring;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.ProviderId;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("R26")
class ProviderThreadsTest {

    private static final ProviderId HANGING = new ProviderId("hanging");
    private static final ProviderId HEALTHY = new ProviderId("healthy");
    private static final int MAX_QUEUED = 20;

    private final ProviderThreads threads = new ProviderThreads("test", MAX_QUEUED);
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        released.countDown();
        threads.close();
    }

    private void hang(int id) {
        threads.submit(HANGING, id, () -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            runs.incrementAndGet();
        });
    }

    private static void run(ProviderThreads threads, ProviderId provider, Object id) throws InterruptedException {
        CountDownLatch ran = new CountDownLatch(1);
        threads.submit(provider, id, ran::countDown);
        assertTrue(ran.await(60, SECONDS));
    }

    @Test
    void a_hanging_provider_delays_no_other() throws InterruptedException {
        for (int id = 0; id < 12; id++) {
            hang(id);
        }

        run(threads, HEALTHY, "healthy");

        assertEquals(0, runs.get());
    }

    @Test
    void work_beyond_the_queue_of_its_provider_is_not_accepted() {
        for (int id = 0; id < 100; id++) {
            hang(id);
        }
        released.countDown();
        threads.close();

        assertEquals(MAX_QUEUED + 2, runs.get());
    }

    @Test
    void the_same_work_is_accepted_once_until_it_has_ended() throws InterruptedException {
        for (int times = 0; times < 10; times++) {
            hang(1);
        }
        released.countDown();
        run(threads, HEALTHY, "healthy");
        threads.close();
        assertEquals(1, runs.get());

        ProviderThreads others = new ProviderThreads("others", MAX_QUEUED);
        CountDownLatch twice = new CountDownLatch(2);
        for (int times = 0; times < 60_000 && twice.getCount() > 0; times++) {
            others.submit(HEALTHY, 1, twice::countDown);
            Thread.sleep(1);
        }
        assertTrue(twice.await(0, SECONDS));
        others.close();
    }

    @Test
    void a_failure_ends_no_thread() throws InterruptedException {
        threads.submit(HEALTHY, 1, () -> {
            throw new StoreUnavailable("away");
        });
        threads.submit(HEALTHY, 2, () -> {
            throw new AssertionError("unexpected");
        });

        run(threads, HEALTHY, 3);
    }

    @Test
    void stopping_lets_running_work_end_and_drops_the_rest() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(2);
        for (int id = 0; id < 10; id++) {
            threads.submit(HANGING, id, () -> {
                begun.countDown();
                awaitUninterrupted();
                runs.incrementAndGet();
            });
        }
        assertTrue(begun.await(60, SECONDS));

        threads.stop();
        released.countDown();
        threads.close();

        assertEquals(2, runs.get());
    }

    private void awaitUninterrupted() {
        try {
            assertTrue(released.await(60, SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closing_lets_queued_work_end_and_accepts_no_more() throws InterruptedException {
        released.countDown();
        for (int id = 0; id < 10; id++) {
            hang(id);
        }

        threads.close();
        hang(11);
        CountDownLatch late = new CountDownLatch(1);
        threads.submit(new ProviderId("new"), 12, late::countDown);

        assertEquals(10, runs.get());
        assertFalse(late.await(100, java.util.concurrent.TimeUnit.MILLISECONDS));
    }
}
