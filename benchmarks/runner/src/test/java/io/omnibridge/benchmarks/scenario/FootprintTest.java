package io.omnibridge.benchmarks.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FootprintTest {

    @Test
    void the_total_of_a_histogram_is_its_bytes() {
        assertEquals(4_711_000, Footprint.total("""
                 num     #instances         #bytes  class name (module)
                -------------------------------------------------------
                   1:         25000        1800000  [B (java.base@17.0.16)
                Total        120000        4711000
                """));
    }

    @Test
    void a_histogram_without_a_total_is_none() {
        assertThrows(IllegalArgumentException.class, () -> Footprint.total("no such process"));
    }
}
