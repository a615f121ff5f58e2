package io.omnibridge.benchmarks.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SteadinessTest {

    @Test
    void what_still_becomes_faster_is_not_steady() {
        assertEquals(false, reachedBy(100, 200, 300));
    }

    @Test
    void three_rates_within_a_twentieth_are_steady_whatever_came_before() {
        assertEquals(true, reachedBy(100, 1_000, 1_050, 1_020));
    }

    @Test
    void two_rates_say_nothing() {
        assertEquals(false, reachedBy(1_000, 1_000));
    }

    private static boolean reachedBy(double... rates) {
        Steadiness steadiness = new Steadiness();
        for (double rate : rates) {
            steadiness.add(rate);
        }
        return steadiness.reached();
    }
}
