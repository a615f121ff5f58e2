package io.omnibridge.adapters.store.vault;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoreLimitsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LESS = Duration.ofMillis(999);

    @Test
    void limits_without_time_or_connections_are_refused() {
        assertThrows(InvalidValue.class, () -> new StoreLimits(LESS, 1, SECOND));
        assertThrows(InvalidValue.class, () -> new StoreLimits(SECOND, 0, SECOND));
        assertThrows(InvalidValue.class, () -> new StoreLimits(SECOND, 1, LESS));
    }
}
