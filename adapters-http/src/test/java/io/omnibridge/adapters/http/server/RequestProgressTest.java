package io.omnibridge.adapters.http.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("H2")
class RequestProgressTest {

    private static final SlowClientLimits LIMITS =
            new SlowClientLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), 1000);

    private final RequestProgress progress = new RequestProgress();

    @Test
    void a_connection_that_moves_nothing_is_left_to_the_idle_timeout() {
        assertFalse(isTooSlow(0, 1_000_000));
        progress.complete(500, false);
        assertFalse(isTooSlow(500, 1_000_000));
    }

    @Test
    void an_exchange_that_drips_is_too_slow_beyond_the_grace() {
        assertFalse(isTooSlow(1, 10_000));
        assertTrue(isTooSlow(20, 1_000));
    }

    @Test
    void an_exchange_that_keeps_the_pace_goes_on_for_as_long_as_it_takes() {
        for (int second = 1; second <= 1_000; second++) {
            assertFalse(isTooSlow(1_000L * second, 1_000));
        }
    }

    @Test
    void what_one_exchange_moved_wins_no_time_for_the_next() {
        isTooSlow(1_000_000, 1_000);
        progress.complete(1_000_000, false);
        assertFalse(isTooSlow(1_000_001, 10_000));
        assertTrue(isTooSlow(1_000_002, 1_000));
    }

    @Test
    void time_between_two_exchanges_belongs_to_neither() {
        progress.complete(500, false);
        assertFalse(isTooSlow(500, 60_000));
        assertFalse(isTooSlow(501, 10_000));
        assertTrue(isTooSlow(502, 10_000));
    }

    @Test
    void the_time_that_the_server_takes_is_not_held_against_the_client() {
        progress.receive(300);
        assertFalse(isTooSlow(300, 1_000_000));
        assertFalse(isTooSlow(301, 10_000));
        assertTrue(isTooSlow(302, 10_000));
    }

    @Test
    void after_the_last_exchange_nothing_wins_time() {
        progress.complete(500, true);
        assertFalse(isTooSlow(500, 10_000));
        assertTrue(isTooSlow(10_000_000, 1_000));
    }

    private boolean isTooSlow(long bytes, long elapsedMillis) {
        return progress.isTooSlow(bytes, elapsedMillis, LIMITS);
    }
}
