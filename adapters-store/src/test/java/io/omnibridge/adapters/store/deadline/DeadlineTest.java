package io.omnibridge.adapters.store.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private final List<String> cut = new ArrayList<>();
    private final StoreDeadline deadline = new StoreDeadline();

    @Test
    void the_guarded_connection_is_cut_when_the_deadline_expires() {
        deadline.guard(() -> cut.add("connection"));
        assertEquals(List.of(), cut);
        assertFalse(deadline.hasExpired());
        deadline.expire();
        assertEquals(List.of("connection"), cut);
        assertTrue(deadline.hasExpired());
    }

    @Test
    void only_the_connection_that_was_guarded_last_is_cut() {
        deadline.guard(() -> cut.add("first"));
        deadline.guard(() -> cut.add("second"));
        deadline.expire();
        assertEquals(List.of("second"), cut);
    }

    @Test
    void a_connection_that_is_guarded_after_the_deadline_expired_is_cut_at_once() {
        deadline.expire();
        deadline.guard(() -> cut.add("late"));
        assertEquals(List.of("late"), cut);
    }

    @Test
    void a_released_connection_is_not_cut() {
        deadline.guard(() -> cut.add("connection"));
        deadline.release();
        deadline.expire();
        assertEquals(List.of(), cut);
    }

    @Test
    void closing_stops_the_timer_and_releases_the_connection() {
        CompletableFuture<Void> timer = new CompletableFuture<>();
        deadline.setTimer(timer);
        deadline.guard(() -> cut.add("connection"));
        deadline.close();
        assertTrue(timer.isCancelled());
        deadline.expire();
        assertEquals(List.of(), cut);
    }
}
