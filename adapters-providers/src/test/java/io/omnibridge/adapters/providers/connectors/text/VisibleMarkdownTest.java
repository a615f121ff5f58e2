package io.omnibridge.adapters.providers.connectors.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.MissingTextReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleMarkdownTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            nullValues = "none",
            value = {
                "a <!-- order -->b ~ a b ~ 1",
                "a <!-- two\\n\\nlines -->b ~ a b ~ 1",
                "a<!-- one -->b<!-- two -->c ~ abc ~ 2",
                "<!-- x --> <!-- order ~ ' ' ~ 2",
                "> - <!-- order\\nb ~ '> - ' ~ 1",
                "a <!-- order ~ 'a ' ~ 1",
                "```\\n<!-- order -->\\n```\\nb ~ ```\\n\\n```\\nb ~ 1",
                "<div>\\n```\\n<!-- order -->\\n```\\n</div> ~ <div>\\n```\\n\\n```\\n</div> ~ 1",
                "a <?order?> b <!ORDER x> c ~ a  b  c ~ 2",
                "<?order without an end ~ '' ~ 1",
                "a < b <= c <d> ~ a < b <= c <d> ~ 0",
                "a\\n[//]: # (order)\\nb ~ a\\nb ~ 1",
                "a\\n\\n[order]: <> \"more\"\\nb ~ a\\n\\nb ~ 1",
                "> [x]: https://a.example 'order'\\nb ~ b ~ 1",
                "[x]:https://a.example ~ '' ~ 1",
                "[^1]: A footnote. ~ [^1]: A footnote. ~ 0",
                "[Bug]: The app fails ~ [Bug]: The app fails ~ 0",
                "[a link](https://a.example) ~ [a link](https://a.example) ~ 0"
            })
    void what_no_renderer_shows_is_removed_and_counted(String raw, String visible, int removed) {
        assertEquals(
                new VisibleMarkdown(visible.replace("\\n", "\n"), removed),
                VisibleMarkdown.of(raw.replace("\\n", "\n")));
    }

    @Test
    void what_was_removed_is_counted_in_the_text_of_an_item() {
        assertEquals(
                new ItemText.Present("a b", false, 2, 0),
                VisibleMarkdown.of("a <!-- order -->b\u200b").item());
    }

    @Test
    void a_text_that_is_hidden_as_a_whole_is_none() {
        assertEquals(
                new ItemText.Missing(MissingTextReason.NO_TEXT),
                VisibleMarkdown.of("<!-- order -->").item());
    }

    /** Work that grows with the square of the length would take minutes here. */
    @ParameterizedTest
    @ValueSource(strings = {"<!--", "<!", "<?", "\n<", "-->", "\n[x", "\n[x]: <", "> > ", "\n[x]: y \"", "x <!--\n"})
    void a_hostile_text_takes_no_longer_than_others(String part) {
        String text = "x" + part.repeat(250_000);

        assertTrue(VisibleMarkdown.of(text).text().length() <= text.length());
    }
}
