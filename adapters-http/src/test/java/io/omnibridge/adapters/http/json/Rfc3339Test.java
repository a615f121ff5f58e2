package io.omnibridge.adapters.http.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

    private static final long FIRST_MILLI = -62_200_000_000_000L;
    private static final long LAST_MILLI = 253_500_000_000_000L;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "2024-02-29T12:34:56.010Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z",
                "2026-11-22T10:00:00.000001Z",
                "-0001-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z"
            })
    void an_instant_is_written_as_the_jdk_would_write_it(String text) {
        assertEquals(text, Rfc3339.of(Instant.parse(text)));
    }

    @Property
    void any_millisecond_of_ten_thousand_years_is_written_as_the_jdk_would_write_it(
            @ForAll @LongRange(min = FIRST_MILLI, max = LAST_MILLI) long milli) {
        Instant instant = Instant.ofEpochMilli(milli);
        assertEquals(instant.toString(), Rfc3339.of(instant));
    }

    @Property
    void any_nanosecond_is_written_as_the_jdk_would_write_it(
            @ForAll @LongRange(min = 0, max = 999_999_999) long nanos, @ForAll int seconds) {
        Instant instant = Instant.ofEpochSecond(seconds, nanos);
        assertEquals(instant.toString(), Rfc3339.of(instant));
    }
}
