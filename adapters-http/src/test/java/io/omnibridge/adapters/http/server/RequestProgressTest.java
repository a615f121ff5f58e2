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
    void a_connection_without_bytes_is_left_to_the_idle_timeout() {
        assertFalse(isTooSlow(0, 1_000_000));
        progress.complete(500, false);
        assertFalse(isTooSlow(500, 1_000_000));
    }

    @Test
    void a_slow_request_is_too_slow_after_the_grace_period() {
        assertFalse(isTooSlow(1, 10_000));
        assertTrue(isTooSlow(20, 1_000));
    }

    @Test
    void a_steady_request_is_never_too_slow() {
        for (int second = 1; second <= 1_000; second++) {
            assertFalse(isTooSlow(1_000L * second, 1_000));
        }
    }

    @Test
    void bytes_of_one_request_do_not_count_for_the_next() {
        isTooSlow(1_000_000, 1_000);
        progress.complete(1_000_000, false);
        assertFalse(isTooSlow(1_000_001, 10_000));
        assertTrue(isTooSlow(1_000_002, 1_000));
    }

    @Test
    void time_between_two_requests_counts_for_neither() {
        progress.complete(500, false);
        assertFalse(isTooSlow(500, 60_000));
        assertFalse(isTooSlow(501, 10_000));
        assertTrue(isTooSlow(502, 10_000));
    }

    @Test
    void time_that_the_server_takes_does_not_count() {
        progress.receive(300);
        assertFalse(isTooSlow(300, 1_000_000));
        assertFalse(isTooSlow(301, 10_000));
        assertTrue(isTooSlow(302, 10_000));
    }

    @Test
    void after_the_last_request_no_bytes_count() {
        progress.complete(500, true);
        assertFalse(isTooSlow(500, 10_000));
        assertTrue(isTooSlow(10_000_000, 1_000));
    }

    private boolean isTooSlow(long bytes, long elapsedMillis) {
        return progress.isTooSlow(bytes, elapsedMillis, LIMITS);
    }
}
