package io.omnibridge.adapters.store.write;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.AppendResult;
import io.omnibridge.application.port.Race;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.use.UseReceipt;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WaitingReceiptsTest {

    private static final int WAITING = 30;
    private static final AppendResult APPENDED = new AppendResult.Appended();

    private final List<Integer> writes = new CopyOnWriteArrayList<>();
    private final AtomicBoolean fails = new AtomicBoolean();
    private final AtomicBoolean breaks = new AtomicBoolean();
    private final WaitingReceipts receipts = new WaitingReceipts(Duration.ofSeconds(30), this::append);

    @Test
    @Tag("U5")
    void receipts_that_wait_share_one_write() throws Exception {
        List<AppendResult> results = Race.of(WAITING + 1, i -> append(ALICE));

        assertEquals(WAITING + 1, Collections.frequency(results, APPENDED));
        assertEquals(2, writes.size());
        assertEquals(WAITING + 1, writes.get(0) + writes.get(1));
        assertEquals(0, receipts.size());
    }

    @Test
    void receipts_of_different_users_do_not_wait_for_each_other() {
        assertEquals(APPENDED, append(BOB));
        assertEquals(APPENDED, append(new UserId("carol")));

        assertEquals(List.of(1, 1), writes);
        assertEquals(0, receipts.size());
    }

    @Test
    @Tag("U4")
    void a_write_that_fails_fails_for_every_receipt_in_it() throws Exception {
        fails.set(true);

        List<Boolean> failed = Race.of(WAITING + 1, i -> {
            assertThrows(StoreUnavailable.class, () -> append(ALICE));
            return true;
        });

        assertEquals(WAITING + 1, failed.size());
        assertEquals(2, writes.size());
        assertEquals(0, receipts.size());
    }

    @Test
    @Tag("U4")
    void a_write_that_ends_with_an_error_leaves_no_receipt_waiting() throws Exception {
        breaks.set(true);

        List<Boolean> failed = Race.of(WAITING + 1, i -> {
            Throwable failure = assertThrows(Throwable.class, () -> append(ALICE));
            return failure instanceof StackOverflowError || failure.getCause() instanceof StackOverflowError;
        });

        assertEquals(WAITING + 1, Collections.frequency(failed, true));
        assertEquals(2, writes.size());
        assertEquals(0, receipts.size());
    }

    @Test
    void a_user_with_too_many_receipts_is_refused_and_others_are_not() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        WaitingReceipts slow = new WaitingReceipts(Duration.ofSeconds(30), (user, all) -> {
            begun.countDown();
            await(end);
            return Collections.nCopies(all.size(), APPENDED);
        });
        LeasedReceipt receipt = new LeasedReceipt(UseSamples.used(key(ALICE, GOOGLE, "work"), NOW), Optional.empty());
        List<Thread> threads = Stream.generate(() -> new Thread(() -> slow.append(receipt)))
                .limit(129)
                .toList();
        threads.forEach(Thread::start);
        await(begun);
        while (slow.waiting(ALICE) < 128) {
            Thread.onSpinWait();
        }

        assertThrows(StoreUnavailable.class, () -> slow.append(receipt));

        end.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(0, slow.size());
        assertEquals(APPENDED, slow.append(receipt));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private AppendResult append(UserId user) {
        UseReceipt receipt = UseSamples.used(key(user, GOOGLE, "work"), NOW);
        return receipts.append(new LeasedReceipt(receipt, Optional.empty()));
    }

    /** The first write of alice takes until all the others wait. */
    private List<AppendResult> append(UserId user, List<LeasedReceipt> all) {
        while (user.equals(ALICE) && writes.isEmpty() && receipts.waiting(user) < WAITING + 1 - all.size()) {
            Thread.onSpinWait();
        }
        assertTrue(all.stream().allMatch(one -> one.user().equals(user)));
        writes.add(all.size());
        if (breaks.get()) {
            throw new StackOverflowError();
        }
        if (fails.get()) {
            throw new StoreUnavailable("down");
        }
        return Collections.nCopies(all.size(), APPENDED);
    }
}
