package io.omnibridge.benchmarks.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SectionTableTest {

    private static final Measured BARE = measured("bare", "bare", "", 20_000, 10_000);
    private static final Measured OURS = measured("ours", "bare", "theirs", 18_000, 9_500);
    private static final Measured THEIRS = measured("theirs", "bare", "", 9_000, 9_500);

    @Test
    void medians_stand_beside_the_median_and_the_spread_of_the_ratios_to_floor_and_peer() {
        assertEquals("""
                ### Reading

                What matters.

                | contender | requests/s | × floor | × peer |
                | --- | ---: | ---: | ---: |
                | bare | 15,000 |  |  |
                | ours | 13,750 | 0.93 (0.90–0.95) | 1.50 (1.00–2.00) |
                | theirs | 9,250 | 0.70 (0.45–0.95) |  |
                """, table("What matters.", BARE, OURS, THEIRS));
    }

    @Test
    void without_a_peer_there_is_no_column_for_it() {
        assertEquals("""
                ### Reading

                | contender | requests/s | × floor |
                | --- | ---: | ---: |
                | bare | 15,000 |  |
                """, table("", BARE));
    }

    @Test
    void a_reference_that_was_not_measured_is_a_mistake() {
        assertThrows(IllegalArgumentException.class, () -> table("", BARE, OURS));
    }

    private static String table(String note, Measured... measured) {
        return new SectionTable(new Section("read", "Reading", note, List.of(measured))).markdown();
    }

    private static Measured measured(String name, String floor, String peer, double... rates) {
        return Measured.of(
                name,
                floor,
                peer,
                java.util.Arrays.stream(rates)
                        .mapToObj(rate -> Map.of(Metric.REQUESTS_PER_SECOND, rate))
                        .toList());
    }
}
