package io.omnibridge.adapters.http.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | de",
                "de-AT | de",
                "DE-ch;q=0.9 | de",
                "fr, de;q=0.5, en;q=0.4 | de",
                "fr, en;q=0.5, de;q=0.4 | en",
                "en-GB, de;q=0.9 | en",
                "fr | en",
                "* | en",
                "de;q=0 | en",
                "de;q=x | en",
                ";;; | en"
            })
    void the_browser_chooses_the_language(String acceptLanguage, String language) {
        assertEquals(language, Languages.of(Optional.of(acceptLanguage)).language());
    }

    @Test
    void without_a_choice_pages_are_in_english() {
        assertEquals("en", Languages.of(Optional.empty()).language());
        assertEquals("en", Languages.of(Optional.of("de,".repeat(1_000))).language());
    }

    @Property
    void no_value_of_the_header_fails(@ForAll String acceptLanguage) {
        Languages.of(Optional.of(acceptLanguage)).language();
    }
}
