package io.omnibridge.adapters.http.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JwksLimitsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void the_defaults_are_these() {
        assertEquals(
                new JwksLimits(
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(30),
                        Duration.ofHours(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(5),
                        1_048_576),
                JwksLimits.DEFAULT);
    }

    @Test
    void every_limit_is_positive() {
        assertRefused(Duration.ZERO, SECOND, SECOND, 1);
        assertRefused(SECOND, Duration.ZERO, SECOND, 1);
        assertRefused(SECOND, SECOND, SECOND.negated(), 1);
        assertRefused(SECOND, SECOND, SECOND, 0);
    }

    @Test
    void keys_are_refreshed_before_they_are_too_old() {
        assertRefused(Duration.ofHours(1), SECOND, SECOND, 1);
    }

    private static void assertRefused(Duration refreshInterval, Duration coolDown, Duration timeout, int maxBytes) {
        assertThrows(
                InvalidValue.class,
                () -> new JwksLimits(refreshInterval, coolDown, Duration.ofHours(1), timeout, timeout, maxBytes));
    }
}
