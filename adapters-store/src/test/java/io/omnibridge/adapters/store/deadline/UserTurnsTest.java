package io.omnibridge.adapters.store.deadline;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.Race;
import io.omnibridge.application.port.StoreUnavailable;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A24")
class UserTurnsTest {

    private final UserTurns turns = new UserTurns(Duration.ofMinutes(1));
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private int write(int number) {
        most.accumulateAndGet(inside.incrementAndGet(), Math::max);
        Thread.onSpinWait();
        inside.decrementAndGet();
        return number;
    }

    @Test
    void two_writes_of_a_user_pass_at_once_and_all_of_them_pass() throws Exception {
        for (int round = 0; round < 50; round++) {
            List<Integer> results = Race.of(8, i -> turns.inTurn(ALICE, () -> write(i)));

            assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), results);
        }
        assertTrue(most.get() <= UserTurns.MAX_WRITES, most::toString);
        assertEquals(0, turns.size());
    }

    @Test
    void a_full_gate_of_one_user_does_not_stop_another() throws Exception {
        CountDownLatch bobIsDone = new CountDownLatch(1);

        List<String> results = Race.of(3, i -> i < 2 ? turns.inTurn(ALICE, () -> await(bobIsDone)) : bob(bobIsDone));

        assertEquals(List.of("alice", "alice", "bob"), results);
    }

    private static String await(CountDownLatch bobIsDone) {
        try {
            bobIsDone.await();
            return "alice";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String bob(CountDownLatch bobIsDone) {
        String result = turns.inTurn(BOB, () -> "bob");
        bobIsDone.countDown();
        return result;
    }

    @Test
    void a_write_that_gets_no_turn_is_unavailable_and_leaves_nothing() throws Exception {
        UserTurns impatient = new UserTurns(Duration.ofMillis(1));
        CountDownLatch entered = new CountDownLatch(UserTurns.MAX_WRITES);
        CountDownLatch refused = new CountDownLatch(1);

        Race.of(
                3,
                i -> i < 2
                        ? impatient.inTurn(ALICE, () -> await(entered, refused))
                        : refusal(impatient, entered, refused));

        assertEquals(0, impatient.size());
    }

    private static String await(CountDownLatch entered, CountDownLatch refused) {
        entered.countDown();
        return await(refused);
    }

    private static String refusal(UserTurns turns, CountDownLatch entered, CountDownLatch refused) {
        try {
            entered.await();
            assertThrows(StoreUnavailable.class, () -> turns.inTurn(ALICE, () -> "passed"));
            return "refused";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            refused.countDown();
        }
    }

    @Test
    void more_writes_than_may_wait_are_refused_at_once() throws Exception {
        int writes = UserTurns.MAX_WRITES + UserTurns.MAX_WAITING + 10;
        CountDownLatch refused = new CountDownLatch(10);

        List<String> results = Race.of(writes, i -> {
            try {
                return turns.inTurn(ALICE, () -> await(refused));
            } catch (StoreUnavailable e) {
                refused.countDown();
                return "refused";
            }
        });

        assertEquals(10, Collections.frequency(results, "refused"));
        assertEquals(0, turns.size());
    }

    @Test
    void a_write_that_fails_gives_its_turn_back() {
        for (int i = 0; i < 5; i++) {
            assertThrows(
                    IllegalStateException.class,
                    () -> turns.inTurn(ALICE, () -> {
                        throw new IllegalStateException("failed");
                    }));
        }
        assertEquals("passed", turns.inTurn(ALICE, () -> "passed"));
        assertEquals(0, turns.size());
    }
}
