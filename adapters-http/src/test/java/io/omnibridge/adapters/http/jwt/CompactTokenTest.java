package io.omnibridge.adapters.http.jwt;

import static io.omnibridge.adapters.http.jwt.Tokens.CLAIMS;
import static io.omnibridge.adapters.http.jwt.Tokens.HEADER;
import static io.omnibridge.adapters.http.jwt.Tokens.assertRejected;
import static io.omnibridge.adapters.http.jwt.Tokens.signed;
import static io.omnibridge.adapters.http.jwt.Tokens.verifier;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactTokenTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @ParameterizedTest
    @Tag("J9")
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "...",
                "a",
                "a.b",
                "a.b.c.d",
                "a.b.c.d.e",
                ".b.c",
                "a..c",
                "a.b.",
                "null",
                "\0",
                "€"
            })
    void anything_but_three_segments_is_malformed(String token) {
        assertMalformed(token);
    }

    @Property
    @net.jqwik.api.Tag("J9")
    void any_other_string_is_rejected(@ForAll String text) {
        assertMalformed(text);
        assertMalformed(text + "." + text + "." + text);
    }

    @Test
    @Tag("J2")
    void the_last_character_of_each_segment_has_one_spelling() {
        String[] segments =
                signed(HEADER.with("nn", "1"), CLAIMS.with("n", "1")).split("\\.");
        for (int i = 0; i < segments.length; i++) {
            String segment = segments[i];
            int strayBits = segment.length() % 4 == 2 ? 4 : 2;
            assertTrue(segment.length() % 4 >= 2, "this segment has stray bits to set");
            int last = ALPHABET.indexOf(segment.charAt(segment.length() - 1));
            for (int stray = 1; stray < 1 << strayBits; stray++) {
                String[] changed = segments.clone();
                changed[i] = segment.substring(0, segment.length() - 1) + ALPHABET.charAt(last | stray);
                assertMalformed(String.join(".", changed));
            }
        }
    }

    @ParameterizedTest
    @Tag("J2")
    @ValueSource(strings = {"=", "==", " ", "\n", "\r\n", "\t", "+", "/", "%3D", "\0", "A", "é"})
    void padding_space_and_other_alphabets_are_rejected_in_each_segment(String appended) {
        String[] segments =
                signed(HEADER.with("nn", "1"), CLAIMS.with("n", "1")).split("\\.");
        for (int i = 0; i < segments.length; i++) {
            String[] changed = segments.clone();
            changed[i] += appended;
            Tokens.assertRejected(verifier(), String.join(".", changed));
            changed[i] = appended + segments[i];
            Tokens.assertRejected(verifier(), String.join(".", changed));
        }
    }

    @Test
    @Tag("J9")
    void a_valid_token_with_a_segment_more_or_less_is_malformed() {
        String token = signed(HEADER, CLAIMS);
        assertMalformed(token + ".AA");
        assertMalformed("AA." + token);
        assertMalformed(token.substring(0, token.lastIndexOf('.')));
    }

    @Test
    @Tag("J4")
    @Tag("T26")
    void a_token_has_at_most_16384_characters() {
        assertEquals(Tokens.ALICE, verifier().verify(ofLength(CompactToken.MAX_LENGTH)));
        assertMalformed(ofLength(CompactToken.MAX_LENGTH + 1));
        assertMalformed(signed(HEADER.with("kid", '"' + "k".repeat(1 << 20) + '"'), CLAIMS));
    }

    /** Four characters encode three bytes. Base64 skips every fourth length; a longer header moves the gap. */
    private static String ofLength(int length) {
        int bytes = length / 4 * 3;
        return Stream.of("k", "kk", "kkk")
                .flatMap(kid -> IntStream.range(bytes - 300, bytes)
                        .mapToObj(pad -> signed(
                                HEADER.with("kid", '"' + kid + '"'), CLAIMS.with("pad", '"' + "x".repeat(pad) + '"'))))
                .filter(token -> token.length() == length)
                .findFirst()
                .orElseThrow();
    }

    private static void assertMalformed(String token) {
        assertRejected(RefusalReason.MALFORMED, verifier(), token);
    }
}
