package io.omnibridge.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    @Test
    void a_query_is_words_with_one_space_between_two() {
        SearchQuery query = new SearchQuery("  quarterly \t plan\u00a0\u3000 2026 ");

        assertEquals("quarterly plan 2026", query.text());
        assertEquals(List.of("quarterly", "plan", "2026"), query.words());
    }

    @Test
    void composed_and_decomposed_characters_are_the_same_query() {
        assertEquals(new SearchQuery("café"), new SearchQuery("cafe\u0301"));
    }

    @Test
    void the_length_counts_characters_after_composition() {
        assertEquals(256, new SearchQuery("😀".repeat(256)).text().codePointCount(0, 512));
        assertEquals("é".repeat(256), new SearchQuery("e\u0301".repeat(256)).text());
        assertThrows(InvalidValue.class, () -> new SearchQuery("a".repeat(257)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\n", "a\u0000b", "a\u0007", "\ud800"})
    void nothing_control_characters_and_half_characters_are_no_query(String text) {
        assertThrows(InvalidValue.class, () -> new SearchQuery(text));
    }
}
