package io.omnibridge.bootstrap.canary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The search finds canaries, so a search without result means something. */
@Tag("S1")
class CanariesTest {

    private final Canaries canaries = new Canaries();
    private final String secret = canaries.plant("a token");

    @ParameterizedTest
    @MethodSource("writings")
    void a_secret_is_found_in_every_encoding_and_inside_other_text(Encoding encoding, UnaryOperator<String> writing) {
        for (String before : List.of("", "a", "ab", "abc")) {
            String text = "noise " + writing.apply(before + secret + "z") + " noise";

            assertEquals(List.of("a token as " + encoding), canaries.sightings(text.getBytes(UTF_8)), text);
        }
    }

    @ParameterizedTest
    @MethodSource("writings")
    void a_part_of_24_characters_is_found_too(Encoding encoding, UnaryOperator<String> writing) {
        for (int from = 0; from <= secret.length() - 24; from++) {
            String text = writing.apply(secret.substring(from, from + 24));

            assertEquals(List.of("a token as " + encoding), canaries.sightings(text.getBytes(UTF_8)), text);
        }
    }

    static Stream<Arguments> writings() {
        return Stream.of(
                writing(Encoding.RAW, text -> text),
                writing(Encoding.BASE64, text -> Base64.getEncoder().encodeToString(text.getBytes(UTF_8))),
                writing(
                        Encoding.BASE64,
                        text -> Base64.getMimeEncoder(1000, new byte[] {'\n'}).encodeToString(text.getBytes(UTF_8))),
                writing(Encoding.HEX_LOWER, text -> HexFormat.of().formatHex(text.getBytes(UTF_8))),
                writing(
                        Encoding.HEX_UPPER,
                        text -> HexFormat.of().withUpperCase().formatHex(text.getBytes(UTF_8))),
                writing(Encoding.URL_ENCODED, text -> URLEncoder.encode(text, UTF_8)),
                writing(Encoding.URL_ENCODED, text -> text.replace("+", "%2b").replace("/", "%2f")),
                writing(
                        Encoding.URL_ENCODED,
                        text -> HexFormat.of().withPrefix("%").formatHex(text.getBytes(UTF_8))),
                writing(
                        Encoding.URL_ENCODED,
                        text -> HexFormat.of().withPrefix("%").withUpperCase().formatHex(text.getBytes(UTF_8))));
    }

    @Test
    void the_url_safe_alphabet_is_searched_too() {
        String withBothSpecials = canaries.watch("bytes", "~~~???>>>~~~???>>>~~~???>>>");
        String text = Base64.getUrlEncoder().encodeToString(withBothSpecials.getBytes(UTF_8));

        assertEquals(List.of("bytes as BASE64URL"), canaries.sightings(text.getBytes(UTF_8)));
    }

    @Test
    void text_without_a_secret_is_clean() {
        byte[] other = new Canaries().plant("another").getBytes(UTF_8);

        assertEquals(List.of(), canaries.sightings(other));
        assertEquals(List.of(), canaries.sightings(new byte[0]));
    }

    @Test
    void a_short_secret_is_no_canary() {
        assertThrows(IllegalArgumentException.class, () -> canaries.watch("short", "fifteen letters"));
    }

    @Test
    void one_hit_in_any_channel_fails_without_repeating_the_secret() {
        Evidence evidence = new Evidence();
        evidence.add("response", "clean");
        evidence.add("log", "token=" + secret);

        AssertionError failure = assertThrows(AssertionError.class, () -> evidence.assertNoneOf(canaries));

        assertEquals("secrets came out ==> expected: <[]> but was: <[a token as RAW in log]>", failure.getMessage());
        assertFalse(failure.toString().contains(secret));
    }

    private static Arguments writing(Encoding encoding, UnaryOperator<String> writing) {
        return argumentSet(encoding.toString(), encoding, writing);
    }
}
