package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @ParameterizedTest
    @CsvSource({"0s, PT0S", "250ms, PT0.25S", "90s, PT90S", "5m, PT5M", "12h, PT12H", "365d, PT8760H"})
    void a_duration_is_a_number_with_its_unit(String value, Duration duration) {
        assertEquals(duration, Values.duration(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "s", "-1s", "1.5s", "1 s", "1S", "1w", "1s1s", "1234567890s", "١s"})
    void anything_else_is_no_duration(String value) {
        assertThrows(InvalidValue.class, () -> Values.duration(value));
    }

    @Test
    void the_bounds_of_a_duration_are_inclusive() {
        Duration min = Duration.ofSeconds(1);
        Duration max = Duration.ofDays(1);

        assertEquals(min, Values.duration("1s", min, max));
        assertEquals(max, Values.duration("24h", min, max));
        assertThrows(InvalidValue.class, () -> Values.duration("999ms", min, max));
        assertThrows(InvalidValue.class, () -> Values.duration("86401s", min, max));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "+1", "1e3", "0x1", "1234567890", " 1", "٣"})
    void an_integer_has_only_digits(String value) {
        assertThrows(InvalidValue.class, () -> Values.integer(0, 10).apply(value));
    }
}
