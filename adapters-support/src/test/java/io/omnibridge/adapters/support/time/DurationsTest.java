package io.omnibridge.adapters.support.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0s, PT0S",
        "250ms, PT0.25S",
        "90s, PT90S",
        "5m, PT5M",
        "12h, PT12H",
        "365d, PT8760H",
        "999999999s, PT999999999S"
    })
    void a_duration_is_a_number_with_its_unit(String text, Duration duration) {
        assertEquals(Optional.of(duration), Durations.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "-1s", "1.5s", "1 s", "1S", "1w", "1s1s", "1234567890s", "\u0661s", "1s\n"})
    void nothing_else_is_a_duration(String text) {
        assertEquals(Optional.empty(), Durations.parse(text));
    }
}
