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
    void an_alphabet_matches_what_the_regular_expression_matches(
            @ForAll @StringLength(max = 4) @CharRange(from = '\0', to = '\u0101') String text) {
        assertEquals(text.matches("[a-f0-3_~]{1,3}"), ALPHABET.matches(text, 3));
    }

    @Property
    void a_text_of_its_characters_matches(
            @ForAll @StringLength(min = 1, max = 9) @CharRange(from = 'a', to = 'f') String text) {
        assertTrue(ALPHABET.matches(text, 9));
    }

    @Test
    void a_range_includes_its_ends_and_not_their_neighbours() {
        assertTrue(ALPHABET.matches("af03_~", 6));
        assertFalse(ALPHABET.contains('`'));
        assertFalse(ALPHABET.contains('g'));
        assertFalse(ALPHABET.contains('/'));
        assertFalse(ALPHABET.contains('4'));
        assertFalse(ALPHABET.contains('\u0080'));
        assertFalse(ALPHABET.contains('\u0161'));
    }

    @Test
    void empty_and_too_long_texts_do_not_match() {
        assertFalse(ALPHABET.matches("", 3));
        assertTrue(ALPHABET.matches("abc", 3));
        assertFalse(ALPHABET.matches("abcd", 3));
    }
}
