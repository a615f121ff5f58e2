package io.omnibridge.benchmarks.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void the_median_is_the_middle_one_whatever_the_order() {
        assertEquals(2, new Figures(List.of(100.0, 1.0, 2.0)).median());
    }

    @Test
    void the_median_of_an_even_number_lies_between_the_two_in_the_middle() {
        assertEquals(2.5, new Figures(List.of(4.0, 1.0, 2.0, 3.0)).median());
    }

    @Test
    void a_ratio_is_taken_round_by_round() {
        Figures ratio = new Figures(List.of(10.0, 30.0, 5.0)).ratioTo(new Figures(List.of(10.0, 20.0, 10.0)));

        assertEquals(List.of(1.0, 1.5, 0.5), ratio.values());
        assertEquals(0.5, ratio.least());
        assertEquals(1.5, ratio.greatest());
    }

    @Test
    void other_rounds_cannot_be_compared() {
        Figures two = new Figures(List.of(1.0, 2.0));

        assertThrows(IllegalArgumentException.class, () -> two.ratioTo(new Figures(List.of(1.0))));
    }

    @Test
    void nothing_measured_is_no_figure() {
        assertThrows(IllegalArgumentException.class, () -> new Figures(List.of()));
    }
}
