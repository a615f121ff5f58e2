package io.omnibridge.adapters.store.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.Race;
import io.omnibridge.application.port.StoreUnavailable;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("U5")
class BatchesTest {

    private static final int WAITING = 30;

    private final List<Integer> sizes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean fails = new AtomicBoolean();
    private Batches<Integer, String> batches = new Batches<>(WAITING, Duration.ofSeconds(30), this::gathered);

    @Test
    void items_that_wait_are_worked_on_together() throws Exception {
        List<String> results = Race.of(WAITING + 1, batches::resultOf);

        assertEquals(
                IntStream.rangeClosed(0, WAITING).mapToObj(i -> "result " + i).toList(), results);
        assertEquals(2, sizes.size());
        assertEquals(WAITING + 1, sizes.get(0) + sizes.get(1));
        assertEquals(0, batches.size());
    }

    @Test
    void a_batch_is_no_larger_than_it_may_be() throws Exception {
        batches = new Batches<>(10, Duration.ofSeconds(30), this::gathered);

        assertEquals(WAITING + 1, Race.of(WAITING + 1, batches::resultOf).size());

        assertEquals(10, Collections.max(sizes));
        assertEquals(WAITING + 1, sizes.stream().mapToInt(size -> size).sum());
    }

    @Test
    @Tag("U4")
    void work_that_fails_fails_for_every_item_with_an_exception_of_its_own_and_the_next_goes_on() throws Exception {
        fails.set(true);

        List<StoreUnavailable> failures =
                Race.of(WAITING + 1, i -> assertThrows(StoreUnavailable.class, () -> batches.resultOf(i)));

        assertEquals(WAITING + 1, new HashSet<>(failures).size());
        fails.set(false);
        assertEquals("result 7", batches.resultOf(7));
    }

    @Test
    @Tag("U4")
    void an_error_fails_for_every_item_too() throws Exception {
        batches = new Batches<>(WAITING, Duration.ofSeconds(30), items -> {
            gathered(items);
            throw new StackOverflowError();
        });

        List<Throwable> failures = Race.of(WAITING + 1, i -> assertThrows(Throwable.class, () -> batches.resultOf(i)));

        assertEquals(2, sizes.size());
        assertEquals(
                2,
                failures.stream().filter(StackOverflowError.class::isInstance).count());
        assertEquals(
                WAITING - 1,
                failures.stream()
                        .filter(IllegalStateException.class::isInstance)
                        .count());
    }

    @Test
    void an_item_whose_turn_does_not_come_leaves_and_the_others_go_on() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Batches<Integer, String> slow = new Batches<>(WAITING, Duration.ofMillis(1), items -> {
            begun.countDown();
            await(end);
            return results(items);
        });
        Thread first = new Thread(() -> slow.resultOf(1));
        first.start();
        await(begun);

        assertThrows(StoreUnavailable.class, () -> slow.resultOf(2));

        assertEquals(0, slow.size());
        end.countDown();
        first.join();
        assertEquals("result 3", slow.resultOf(3));
    }

    @Test
    void an_interrupted_thread_leaves_and_stays_interrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Batches<Integer, String> slow = new Batches<>(WAITING, Duration.ofSeconds(30), items -> {
            begun.countDown();
            await(end);
            return results(items);
        });
        Thread first = new Thread(() -> slow.resultOf(1));
        first.start();
        await(begun);

        Thread.currentThread().interrupt();
        assertThrows(StoreUnavailable.class, () -> slow.resultOf(2));

        assertTrue(Thread.interrupted());
        end.countDown();
        first.join();
        assertEquals("result 3", slow.resultOf(3));
    }

    @Test
    void the_thread_that_works_for_others_is_interrupted_only_afterwards() {
        AtomicBoolean isInterrupted = new AtomicBoolean();
        Batches<Integer, String> interrupted = new Batches<>(WAITING, Duration.ofSeconds(30), items -> {
            isInterrupted.set(Thread.currentThread().isInterrupted());
            return results(items);
        });

        Thread.currentThread().interrupt();
        assertEquals("result 1", interrupted.resultOf(1));

        assertTrue(Thread.interrupted());
        assertFalse(isInterrupted.get());
    }

    /** The first work takes until all the others wait. */
    private List<String> gathered(List<Integer> items) {
        while (sizes.isEmpty() && batches.size() < WAITING + 1 - items.size()) {
            Thread.onSpinWait();
        }
        sizes.add(items.size());
        if (fails.get()) {
            throw new StoreUnavailable("down");
        }
        return results(items);
    }

    private static List<String> results(List<Integer> items) {
        return items.stream().map(i -> "result " + i).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
