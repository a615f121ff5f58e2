package io.omnibridge.adapters.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("H2")
class SlowClientLimitsTest {

    private static final SlowClientLimits LIMITS =
            new SlowClientLimits(Duration.ofSeconds(20), Duration.ofSeconds(10), 1000);

    @Test
    void within_the_grace_period_no_bytes_are_required() {
        assertFalse(LIMITS.isExceeded(10_000, 0));
        assertTrue(LIMITS.isExceeded(10_001, 0));
    }

    @Test
    void after_the_grace_period_every_second_requires_bytes() {
        assertFalse(LIMITS.isExceeded(15_000, 5_000));
        assertTrue(LIMITS.isExceeded(15_000, 4_999));
        assertFalse(LIMITS.isExceeded(1_000_000, Long.MAX_VALUE / 2000));
    }

    @Test
    void a_connection_is_checked_at_least_four_times_in_the_grace_period() {
        assertEquals(Duration.ofMillis(500), LIMITS.checkPeriod());
        assertEquals(
                Duration.ofMillis(25),
                new SlowClientLimits(Duration.ofSeconds(1), Duration.ofMillis(100), 1).checkPeriod());
    }
}
