package io.omnibridge.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoundItemTest {

    static FoundItem item(String id, String title, Optional<URI> url, Optional<String> identity) {
        return new FoundItem(
                id,
                ItemType.FILE,
                title,
                Optional.empty(),
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                identity);
    }

    @Test
    void texts_are_one_line_without_what_cannot_be_seen() {
        FoundItem item = new FoundItem(
                "1",
                ItemType.MAIL,
                " Pl\u200ban\r\n of\tthe\u202e week ",
                Optional.of("\u200b"),
                Optional.empty(),
                Optional.of("A\udb40\udc41da"),
                Optional.empty(),
                Optional.of(""),
                Optional.of(""));

        assertEquals("Plan of the week", item.title());
        assertEquals(Optional.empty(), item.snippet());
        assertEquals(Optional.of("Ada"), item.author());
        assertEquals(Optional.empty(), item.mimeType());
        assertEquals(Optional.empty(), item.identity());
    }

    @Test
    void long_texts_are_cut_between_characters() {
        assertEquals(
                "😀".repeat(300),
                item("1", "😀".repeat(301), Optional.empty(), Optional.empty()).title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://a.example/1", "javascript:alert(1)", "https:a", "https://user:secret@a.example/", "/1"})
    void a_url_that_a_person_should_not_open_is_left_out(String url) {
        assertEquals(
                Optional.empty(),
                item("1", "", Optional.of(URI.create(url)), Optional.empty()).url());
    }

    @Test
    void an_item_has_an_id() {
        assertThrows(InvalidValue.class, () -> item("", "", Optional.empty(), Optional.empty()));
        assertThrows(InvalidValue.class, () -> item("1".repeat(513), "", Optional.empty(), Optional.empty()));
    }
}
