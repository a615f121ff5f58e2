package io.omnibridge.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class AlphabetTest {

    private static final Alphabet ALPHABET =
            Alphabet.range('a', 'f').andRange('0', '3').and("_~");

    @Property
    void it_accepts_what_the_regular_expression_accepts(
            @ForAll @StringLength(max = 4) @CharRange(from = '\0', to = '\u0101') String text) {
        assertEquals(text.matches("[a-f0-3_~]{1,3}"), ALPHABET.matches(text, 3));
    }

    @Property
    void it_accepts_what_is_made_of_its_characters(
            @ForAll @StringLength(min = 1, max = 9) @CharRange(from = 'a', to = 'f') String text) {
        assertTrue(ALPHABET.matches(text, 9));
    }

    @Test
    void the_ends_of_a_range_belong_to_it_and_their_neighbours_do_not() {
        assertTrue(ALPHABET.matches("af03_~", 6));
        assertFalse(ALPHABET.contains('`'));
        assertFalse(ALPHABET.contains('g'));
        assertFalse(ALPHABET.contains('/'));
        assertFalse(ALPHABET.contains('4'));
        assertFalse(ALPHABET.contains('\u0080'));
        assertFalse(ALPHABET.contains('\u0161'));
    }

    @Test
    void nothing_is_spelled_by_the_empty_string_or_beyond_the_length() {
        assertFalse(ALPHABET.matches("", 3));
        assertTrue(ALPHABET.matches("abc", 3));
        assertFalse(ALPHABET.matches("abcd", 3));
    }
}
