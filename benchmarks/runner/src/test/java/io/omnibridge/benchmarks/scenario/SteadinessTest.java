package io.omnibridge.benchmarks.scenario;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SteadinessTest {

    @Test
    void a_program_that_still_becomes_faster_is_not_steady() {
        assertFalse(after(100, 200, 300, 400, 420, 440, 460, 480));
        assertFalse(after(100, 101, 100, 101, 104, 104, 104, 104));
    }

    @Test
    void a_program_whose_rates_only_vary_is_steady() {
        assertTrue(after(100, 90, 110, 100, 95, 105, 110, 90));
        assertTrue(after(10, 50, 100, 100, 100, 100, 100, 100, 100, 102));
    }

    @Test
    void seven_rates_are_too_few() {
        assertFalse(after(100, 100, 100, 100, 100, 100, 100));
    }

    private static boolean after(double... rates) {
        Steadiness steadiness = new Steadiness();
        for (double rate : rates) {
            steadiness.add(rate);
        }
        return steadiness.reached();
    }
}
