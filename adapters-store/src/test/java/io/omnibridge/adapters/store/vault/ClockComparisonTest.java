package io.omnibridge.adapters.store.vault;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P1")
class ClockComparisonTest {

    private static final Instant STORE = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    @Test
    void clocks_agree_up_to_the_leeway_in_both_directions() {
        assertTrue(new ClockComparison(STORE.plusSeconds(30), STORE, LEEWAY).agrees());
        assertTrue(new ClockComparison(STORE.minusSeconds(30), STORE, LEEWAY).agrees());
        assertFalse(new ClockComparison(STORE.plusMillis(30_001), STORE, LEEWAY).agrees());
        assertFalse(new ClockComparison(STORE.minusMillis(30_001), STORE, LEEWAY).agrees());
    }

    @Test
    void a_leeway_of_zero_tolerates_what_a_round_trip_may_feign() {
        assertTrue(new ClockComparison(STORE.plusSeconds(1), STORE, Duration.ZERO).agrees());
        assertFalse(new ClockComparison(STORE.plusMillis(1_001), STORE, Duration.ZERO).agrees());
    }

    @Test
    void a_start_is_refused_with_both_times_their_difference_and_what_to_do() {
        ClockComparison ahead = new ClockComparison(STORE.plusSeconds(600), STORE, LEEWAY);

        StoreCannotStart refusal = assertThrows(StoreCannotStart.class, ahead::requireAgreement);

        assertEquals(
                "OMNIBRIDGE_JWT_LEEWAY: this node's clock says 2026-01-02T03:14:05.678Z and the store's"
                        + " 2026-01-02T03:04:05.678Z, a difference of 600 s, more than the tolerated 30 s: correct the"
                        + " clock that is wrong (both machines should use NTP), and start again",
                refusal.getMessage());
        assertDoesNotThrow(() -> new ClockComparison(STORE, STORE, LEEWAY).requireAgreement());
    }
}
