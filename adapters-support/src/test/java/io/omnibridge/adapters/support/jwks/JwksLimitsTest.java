package io.omnibridge.adapters.support.jwks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JwksLimitsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void every_limit_must_be_positive() {
        assertDoesNotThrow(() -> limits(SECOND, SECOND, SECOND, 1, 1));
        assertRejected(Duration.ZERO, SECOND, SECOND, 1, 1);
        assertRejected(SECOND, Duration.ZERO, SECOND, 1, 1);
        assertRejected(SECOND, SECOND, SECOND.negated(), 1, 1);
        assertRejected(SECOND, SECOND, SECOND, 0, 1);
        assertRejected(SECOND, SECOND, SECOND, 1, 0);
    }

    @Test
    void keys_must_be_refreshed_before_they_are_too_old() {
        assertRejected(Duration.ofHours(1), SECOND, SECOND, 1, 1);
    }

    private static void assertRejected(
            Duration refreshInterval, Duration coolDown, Duration timeout, int maxBytes, int maxWaiting) {
        assertThrows(InvalidValue.class, () -> limits(refreshInterval, coolDown, timeout, maxBytes, maxWaiting));
    }

    private static JwksLimits limits(
            Duration refreshInterval, Duration coolDown, Duration timeout, int maxBytes, int maxWaiting) {
        return new JwksLimits(refreshInterval, coolDown, Duration.ofHours(1), timeout, maxBytes, maxWaiting);
    }
}
