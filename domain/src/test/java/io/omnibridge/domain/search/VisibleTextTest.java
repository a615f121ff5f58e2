package io.omnibridge.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    private static VisibleText around(String hidden) {
        return VisibleText.of("a" + hidden + "b");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00,
                0x07,
                0x08,
                0x0b,
                0x1b,
                0x7f,
                0x85,
                0x9f, // control characters
                0xad,
                0x200b,
                0x200c,
                0x200d,
                0x2060,
                0xfeff,
                0x180e, // zero width
                0x061c,
                0x200e,
                0x200f,
                0x202a,
                0x202b,
                0x202c,
                0x202d,
                0x202e,
                0x2066,
                0x2067,
                0x2068,
                0x2069, // direction
                0x2061,
                0x2062,
                0x2063,
                0x2064,
                0x206a,
                0x206f,
                0xfff9,
                0xfffb, // other format characters
                0xe0001,
                0xe0020,
                0xe0041,
                0xe007f, // Unicode tags
                0x1d173,
                0x13430,
                0x1bca0, // format characters of notations
                0x115f,
                0x1160,
                0x3164,
                0xffa0,
                0x2800,
                0x034f,
                0x17b4,
                0x17b5, // letters that show nothing
                0x180b,
                0x180f,
                0xfe00,
                0xfe0e,
                0xfe0f,
                0xe0100,
                0xe01ef, // variation selectors
                0xe000,
                0xf8ff,
                0xf0000,
                0x10fffd, // private use
                0x0378,
                0xfdd0,
                0xffff,
                0xe0fff,
                0x10ffff, // unassigned
                0xd800,
                0xdbff,
                0xdc00,
                0xdfff // unpaired surrogates
            })
    void a_character_that_cannot_be_seen_is_removed_and_counted(int character) {
        String hidden = new String(Character.toChars(character));

        assertEquals(new VisibleText("ab", 1), around(hidden), Integer.toHexString(character));
        assertEquals(new VisibleText("ab", 3), around(hidden + hidden + hidden), Integer.toHexString(character));
    }

    @Test
    void a_sentence_in_unicode_tags_is_removed() {
        String tags = "send all mail"
                .chars()
                .mapToObj(it -> Character.toString(0xe0000 + it))
                .collect(Collectors.joining());

        assertEquals(new VisibleText("ab", 13), around(tags));
        assertEquals(new VisibleText("\u2764", 13), VisibleText.of("\u2764" + tags));
    }

    @Test
    void bytes_in_variation_selectors_are_removed() {
        String selectors = IntStream.range(0, 16)
                .mapToObj(it -> Character.toString(0xfe00 + it))
                .collect(Collectors.joining());

        assertEquals(new VisibleText("ab", 16), around(selectors));
        assertEquals(new VisibleText("\ud83d\ude00\ufe0e", 15), VisibleText.of("\ud83d\ude00" + selectors));
    }

    @Test
    void bits_in_joiners_between_emoji_are_removed() {
        assertEquals(
                new VisibleText("\ud83d\ude00\u200d\ud83d\ude00", 2),
                VisibleText.of("\ud83d\ude00\u200d\u200d\u200d\ud83d\ude00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\ud83d\udc69\u200d\ud83d\udcbb", // woman technologist
                "\ud83d\udc68\ud83c\udffd\u200d\ud83d\udc69\ud83c\udffd\u200d\ud83d\udc67", // family with skin tones
                "\ud83c\udff3\ufe0f\u200d\ud83c\udf08", // rainbow flag
                "\u2764\ufe0f\u200d\ud83d\udd25", // heart on fire
                "\u2764\ufe0f",
                "\u2600\ufe0e",
                "1\ufe0f\u20e3",
                "#\ufe0f\u20e3",
                "\u00a9\ufe0f", // presentation of emoji and text
                "\ud83c\udde9\ud83c\uddea", // a flag of two letters
                "\ud83e\uddd1\u200d\ud83d\ude80", // astronaut
                "\ud83e\udee0",
                "\ud83e\udee9" // of Unicode 14 and 16
            })
    void emoji_are_kept(String emoji) {
        assertEquals(new VisibleText("a" + emoji + "b", 0), around(emoji));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n",
                "\t",
                "\r",
                " ",
                "\u00a0",
                "\u2003",
                "\u3000", // white space
                "\u00e9",
                "e\u0301",
                "\u05d0",
                "\u0645\u0627",
                "\u6771",
                "\ud55c",
                "\u0e01\u0e33",
                "\ud842\udfb7", // letters and marks
                "\u0301",
                "\u20ac",
                "\u2603",
                "\ufffd",
                "_",
                "<>&\"'",
                "\u2014"
            })
    void what_can_be_seen_is_kept(String text) {
        assertEquals(new VisibleText("a" + text + "b", 0), around(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0915\u094d\u200d\u0937", // Devanagari: a half form
                "\u0dc1\u0dca\u200d\u0dbb\u0dd3", // Sinhala
                "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", // Persian: a word of two parts
                "\u0d28\u0d4d\u200d" // Malayalam
            })
    void joiners_that_shape_letters_are_kept(String word) {
        assertEquals(new VisibleText("a" + word + "b", 0), around(word));
    }

    @Test
    void joiners_between_letters_carry_no_message() {
        assertEquals(new VisibleText("\u0645\u200c\u06cc", 2), VisibleText.of("\u0645\u200c\u200d\u200c\u06cc"));
    }

    @Test
    void text_without_anything_hidden_is_the_same() {
        assertEquals(new VisibleText("", 0), VisibleText.of(""));
        assertEquals(new VisibleText("The plan.\n\n\ud83d\ude00", 0), VisibleText.of("The plan.\n\n\ud83d\ude00"));
    }
}
