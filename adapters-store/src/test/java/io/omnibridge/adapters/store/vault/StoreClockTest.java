package io.omnibridge.adapters.store.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.spi.StoreTime;
import io.omnibridge.application.port.StoreUnavailable;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P1")
class StoreClockTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    private long nanos = 1_000_000_000;
    private StoreTime time = () -> TIME;
    private final StoreClock clock = new StoreClock(() -> time.read(), () -> nanos);

    @Test
    void it_counts_on_from_the_time_of_the_store_in_whole_milliseconds() {
        assertEquals(TIME, clock.instant());

        nanos += TimeUnit.MILLISECONDS.toNanos(1_500) + 999_999;

        assertEquals(TIME.plusMillis(1_500), clock.instant());
    }

    @Test
    void synchronizing_takes_over_a_changed_clock_of_the_store() {
        time = () -> TIME.minusSeconds(60);

        clock.synchronize();

        assertEquals(TIME.minusSeconds(60), clock.instant());
    }

    @Test
    void the_store_is_assumed_to_answer_in_the_middle_of_the_round_trip() {
        time = () -> {
            nanos += TimeUnit.SECONDS.toNanos(2);
            return TIME;
        };

        clock.synchronize();

        assertEquals(TIME.plusSeconds(1), clock.instant());
    }

    @Test
    void it_goes_on_while_the_store_is_away() {
        time = () -> {
            throw new StoreUnavailable("away");
        };
        nanos += TimeUnit.SECONDS.toNanos(5);

        assertThrows(StoreUnavailable.class, clock::synchronize);

        assertEquals(TIME.plusSeconds(5), clock.instant());
    }
}
