package io.omnibridge.adapters.providers.connectors.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemText.Missing;
import io.omnibridge.domain.search.ItemText.Present;
import io.omnibridge.domain.search.MissingTextReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTextsTest {

    @Test
    void plain_text_keeps_its_lines_and_spaces() {
        assertEquals(new Present("a\n  b\n\nc\td", false, 0, 0), ItemTexts.plain("\ufeffa\r\n  b\r\rc\td"));
    }

    @Test
    void plain_text_loses_what_cannot_be_seen() {
        assertEquals(new Present("plan", false, 3, 0), ItemTexts.plain("p\u200bl\u202ea\ufeffn"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://b.s3.amazonaws.com/f?X-Amz-Date=1&X-Amz-Signature=00ff",
                "HTTPS://A.EXAMPLE/f?SIG=1",
                "http://a.example/f?sig=1",
                "https://a.example/(x)?sig=1",
                "https://a.example/f#access_token=1",
                "www.a.example/f?token=1",
                "a.example/f?token=1",
                "//a.example/f?token=1",
                "https%3A%2F%2Fa.example%2Ff%3Fsig%3D1",
                "https://r.example/?u=https%3A%2F%2Fa.example%2F%3Ftempauth%3D1",
                "https://a.example/f?s\u200big=1",
                "&X-Goog-Signature=00ff"
            })
    void links_that_carry_a_permission_are_removed_and_counted(String url) {
        int hidden = url.contains("\u200b") ? 1 : 0;

        assertEquals(new Present("See [link removed] now", false, hidden, 1), ItemTexts.plain("See " + url + " now"));
        assertEquals(new Present("<[link removed]>", false, hidden, 1), ItemTexts.plain("<" + url + ">"));
        assertEquals(new Present("[a]([link removed])", false, hidden, 1), ItemTexts.plain("[a](" + url + ")"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/f?a=1",
                "the token=1 of x",
                "if (sig=1) { token=2; }",
                "signature=abc",
                "100% = all",
                "a==b",
                "https://a.example/sig"
            })
    void other_text_is_kept(String text) {
        assertEquals(new Present(text, false, 0, 0), ItemTexts.plain(text));
    }

    @Test
    void a_text_is_cut_at_its_maximum_length() {
        String emoji = "\ud83d\ude00";

        assertEquals(new Present(emoji.repeat(200_000), false, 0, 0), ItemTexts.plain(emoji.repeat(200_000)));
        assertEquals(new Present(emoji.repeat(200_000), true, 0, 0), ItemTexts.plain(emoji.repeat(200_001)));
    }

    @Test
    void several_texts_are_joined() {
        List<ItemText> texts = List.of(
                new Present("a", false, 1, 2), new Missing(MissingTextReason.NO_TEXT), new Present("b", true, 3, 4));

        assertEquals(new Present("a\n\nb", true, 4, 6), ItemTexts.join(texts));
        assertEquals(
                new Missing(MissingTextReason.TOO_LARGE),
                ItemTexts.join(List.of(new Missing(MissingTextReason.TOO_LARGE))));
        assertEquals(new Missing(MissingTextReason.NO_TEXT), ItemTexts.join(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ISO-8859-1 | text/plain; charset=iso-8859-1",
                "windows-1252 | text/html; charset=\"Windows-1252\"; format=flowed",
                "UTF-8 | text/plain; charset=iso-8859-1",
                "UTF-8 | text/plain; charset=no-such-charset",
                "UTF-8 | text/plain; charset=\"\u00e9\"",
                "UTF-8 | text/plain",
                "UTF-16 | text/plain",
                "UTF-16LE | text/plain; charset=utf-16le"
            })
    void bytes_are_decoded_in_their_charset(String charset, String contentType) {
        byte[] bytes = "Gr\u00f6\u00dfe".getBytes(Charset.forName(charset));

        assertEquals("Gr\u00f6\u00dfe", TextBytes.decode(bytes, Optional.of(contentType)));
    }

    @Test
    void a_charset_that_switches_is_not_taken_for_ascii() {
        byte[] bytes = "\u6771\u4eac".getBytes(Charset.forName("ISO-2022-JP"));

        assertEquals("\u6771\u4eac", TextBytes.decode(bytes, Optional.of("text/plain; charset=iso-2022-jp")));
    }

    @Test
    void bytes_of_no_charset_are_replaced() {
        byte[] bytes = "Gr\u00f6".getBytes(StandardCharsets.ISO_8859_1);

        assertEquals("Gr\ufffd", TextBytes.decode(bytes, Optional.empty()));
    }
}
