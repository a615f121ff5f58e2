package io.omnibridge.adapters.support.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnumWordsTest {

    private enum Kind {
        FILE,
        SYMBOLIC_LINK
    }

    @Test
    void the_word_of_a_constant_is_its_name_in_lower_case() {
        assertEquals("symbolic_link", EnumWords.of(Kind.SYMBOLIC_LINK));
        assertEquals(Optional.of(Kind.SYMBOLIC_LINK), EnumWords.parse("symbolic_link", Kind.class));
        assertEquals("file, symbolic_link", EnumWords.list(Kind.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FILE", "File", "f\u0131le", "file ", "link"})
    void no_other_word_is_a_constant(String word) {
        assertEquals(Optional.empty(), EnumWords.parse(word, Kind.class));
    }
}
