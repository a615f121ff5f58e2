package io.omnibridge.application.session;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.SignOutsContract.signingOut;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.UserId;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("W1")
class RecentSignOutsTest {

    private final StoredSignOuts store = new StoredSignOuts();
    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);
    private final RecentSignOuts recent = new RecentSignOuts(store, nanoTime::get);

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    @Test
    void the_store_is_asked_once_in_five_seconds_for_each_user() {
        for (int i = 0; i < 3; i++) {
            assertEquals(Optional.empty(), recent.lastOf(ALICE));
            assertEquals(Optional.empty(), recent.lastOf(BOB));
        }
        assertEquals(2, store.asked());

        pass(Duration.ofSeconds(5).minusNanos(1));
        recent.lastOf(ALICE);
        assertEquals(2, store.asked());

        pass(Duration.ofNanos(1));
        recent.lastOf(ALICE);
        assertEquals(3, store.asked());
    }

    @Test
    void a_sign_out_through_another_node_counts_after_five_seconds() {
        recent.lastOf(ALICE);
        store.signOut(ALICE, signingOut(ALICE, NOW));
        assertEquals(Optional.empty(), recent.lastOf(ALICE));

        pass(RecentSignOuts.MAX_AGE);

        assertEquals(Optional.of(NOW), recent.lastOf(ALICE));
    }

    @Test
    void a_sign_out_through_this_node_counts_at_once() {
        recent.lastOf(ALICE);
        recent.lastOf(BOB);

        recent.signOut(ALICE, signingOut(ALICE, NOW));

        assertEquals(Optional.of(NOW), recent.lastOf(ALICE));
        assertEquals(Optional.empty(), recent.lastOf(BOB));
    }

    @Test
    void a_sign_out_that_may_have_happened_is_asked_for() {
        recent.lastOf(ALICE);
        store.loseAcknowledgements();

        assertThrows(StoreUnavailable.class, () -> recent.signOut(ALICE, signingOut(ALICE, NOW)));

        assertEquals(Optional.of(NOW), recent.lastOf(ALICE));
    }

    @Test
    void a_store_that_does_not_respond_is_never_taken_for_an_answer_and_is_asked_again() {
        store.breakDown();
        assertThrows(StoreUnavailable.class, () -> recent.lastOf(ALICE));
        assertThrows(StoreUnavailable.class, () -> recent.lastOf(ALICE));
        assertEquals(2, store.asked());
        assertEquals(0, recent.size());

        store.recover();

        assertEquals(Optional.empty(), recent.lastOf(ALICE));
    }

    @Test
    void an_answer_that_is_too_old_is_not_used_when_the_store_does_not_respond() {
        recent.lastOf(ALICE);
        store.breakDown();
        assertEquals(Optional.empty(), recent.lastOf(ALICE));

        pass(RecentSignOuts.MAX_AGE);

        assertThrows(StoreUnavailable.class, () -> recent.lastOf(ALICE));
    }

    @Test
    void many_threads_of_one_user_ask_once() throws Exception {
        store.delayNextRead();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Optional<?>>> waiting = IntStream.range(0, 8)
                    .mapToObj(i -> threads.<Optional<?>>submit(() -> recent.lastOf(ALICE)))
                    .toList();
            store.awaitQuestion();
            assertEquals(Optional.empty(), recent.lastOf(BOB));
            store.release();
            for (Future<Optional<?>> one : waiting) {
                assertEquals(Optional.empty(), one.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(List.of(ALICE, BOB), store.askedAbout().stream().distinct().toList());
        assertEquals(2, store.asked());
    }

    @Test
    void a_read_that_began_before_a_sign_out_is_not_used_after_it() throws Exception {
        store.delayNextRead();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Optional<?>> before = thread.submit(() -> recent.lastOf(ALICE));
            store.awaitQuestion();
            recent.signOut(ALICE, signingOut(ALICE, NOW));
            store.release();

            assertEquals(Optional.of(NOW), recent.lastOf(ALICE));
            before.get();
            assertEquals(Optional.of(NOW), recent.lastOf(ALICE));
        } finally {
            thread.shutdownNow();
        }
    }

    /** Less than a byte a call: what measuring itself takes. */
    @Test
    void a_known_answer_allocates_nothing() {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Caller caller = new Caller(ALICE, Optional.empty(), Set.of(), Optional.of(NOW));
        store.signOut(ALICE, signingOut(ALICE, NOW.minusMillis(1)));
        assertTrue(countIssuedAfter(caller, 10) > 0);
        thread.getCurrentThreadAllocatedBytes();

        long before = thread.getCurrentThreadAllocatedBytes();
        int accepted = countIssuedAfter(caller, 10_000);
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;

        assertEquals(10_000, accepted);
        assertTrue(allocated < 10_000, () -> "allocated " + allocated);
    }

    private int countIssuedAfter(Caller caller, int calls) {
        int accepted = 0;
        for (int i = 0; i < calls; i++) {
            accepted += caller.isIssuedAfter(recent.lastOf(caller.user()).orElseThrow()) ? 1 : 0;
        }
        return accepted;
    }

    @Test
    void memory_is_bounded_however_many_users_there_are() {
        for (int i = 0; i < RecentSignOuts.MAX_USERS + 1; i++) {
            recent.lastOf(new UserId("user-" + i));
            assertTrue(recent.size() <= RecentSignOuts.MAX_USERS);
        }
        assertTrue(recent.size() > RecentSignOuts.MAX_USERS / 2);

        pass(RecentSignOuts.MAX_AGE);
        IntStream.range(0, RecentSignOuts.MAX_USERS).forEach(i -> recent.lastOf(new UserId("later-" + i)));

        assertTrue(recent.size() <= RecentSignOuts.MAX_USERS);
    }
}
