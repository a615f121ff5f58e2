package io.omnibridge.adapters.providers.scrub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F12")
class TokenMaskerTest {

    private static final String TOKEN = "ya29.a0AfH6-SMBx_7~k+/=Zz09";

    /** Returns the token as something could echo it. */
    private static String form(String token, int kind, Random random) {
        byte[] bytes = token.getBytes(StandardCharsets.US_ASCII);
        return switch (kind) {
            case 0 -> token;
            case 1 -> each(token, random, 1, 0);
            case 2 -> each(token, random, 0, 1);
            case 3 -> each(token, random, 1, 1);
            case 4 -> HexFormat.of().formatHex(bytes);
            case 5 -> HexFormat.of().withUpperCase().formatHex(bytes);
            default -> base64(bytes, kind % 3, kind > 8);
        };
    }

    private static String base64(byte[] token, int before, boolean isForUrls) {
        byte[] padded = new byte[before + token.length + 4];
        Arrays.fill(padded, (byte) 'x');
        System.arraycopy(token, 0, padded, before, token.length);
        Base64.Encoder encoder = isForUrls ? Base64.getUrlEncoder() : Base64.getEncoder();
        return encoder.encodeToString(padded);
    }

    /** Encodes each character, or not, by chance. */
    private static String each(String token, Random random, int percent, int escape) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            int choice = random.nextInt(3);
            if (choice == 1 && percent == 1) {
                text.append(String.format(random.nextBoolean() ? "%%%02x" : "%%%02X", (int) c));
            } else if (choice == 2 && escape == 1) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c == '/' && escape == 1 ? "\\/" : String.valueOf(c));
            }
        }
        return text.toString();
    }

    /** Filters in pieces that end where {@code random} says. */
    static byte[] filter(ByteFilter filter, byte[] bytes, Random random) throws UnreadableResponse {
        ByteArrayOutputStream filtered = new ByteArrayOutputStream();
        for (int from = 0; from < bytes.length; ) {
            int to = Math.min(bytes.length, from + 1 + random.nextInt(5));
            filtered.writeBytes(filter.filter(Arrays.copyOfRange(bytes, from, to)));
            from = to;
        }
        filtered.writeBytes(filter.finish());
        return filtered.toByteArray();
    }

    @Property
    @net.jqwik.api.Tag("F12")
    void every_form_is_masked_across_every_border(@ForAll @IntRange(min = 0, max = 11) int kind, @ForAll long seed)
            throws Exception {
        Random random = new Random(seed);
        String form = form(TOKEN, kind, random);
        String text = "{\"a\":\"%\\\\" + "q" + form + "\",\"b\":1}";
        TokenMasker masker = new TokenMasker(new TokenPatterns(Set.of(TOKEN)));

        byte[] masked = filter(masker, text.getBytes(StandardCharsets.UTF_8), random);

        assertEquals(text.length(), masked.length);
        assertEquals(1, masker.count());
        String result = new String(masked, StandardCharsets.UTF_8);
        assertFalse(result.contains(form));
        if (kind < 6) {
            assertEquals(text.replace(form, "*".repeat(form.length())), result);
        }
        assertEquals(0, new TokenMaskerTest().found(result));
    }

    private int found(String text) {
        return MaskedText.of(text, new TokenPatterns(Set.of(TOKEN))).count();
    }

    @Property
    @net.jqwik.api.Tag("F12")
    void what_is_no_token_stays_as_it_was(@ForAll byte[] bytes, @ForAll long seed) throws Exception {
        TokenMasker masker = new TokenMasker(new TokenPatterns(Set.of(TOKEN)));

        assertArrayEquals(bytes, filter(masker, bytes, new Random(seed)));
        assertEquals(0, masker.count());
    }

    @Test
    void every_border_of_two_chunks_is_no_border_for_a_token() {
        for (String form : List.of(TOKEN, form(TOKEN, 3, new Random(7)), form(TOKEN, 6, new Random(1)))) {
            byte[] bytes = ("x" + form + "y").getBytes(StandardCharsets.UTF_8);
            for (int border = 0; border <= bytes.length; border++) {
                TokenMasker masker = new TokenMasker(new TokenPatterns(Set.of(TOKEN)));
                masker.filter(Arrays.copyOf(bytes, border));
                masker.filter(Arrays.copyOfRange(bytes, border, bytes.length));
                assertEquals(1, masker.count(), form + " at " + border);
            }
        }
    }

    @Test
    void a_beginning_of_a_token_is_held_and_then_released() {
        TokenMasker masker = new TokenMasker(new TokenPatterns(Set.of(TOKEN)));

        assertEquals("a", new String(masker.filter("aya29.".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
        assertEquals("ya29.b", new String(masker.filter("b".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }

    @Test
    void signs_before_a_token_do_not_hide_it() {
        for (String before : List.of("%", "%2", "\\", "\\u00", "ya29.", TOKEN.substring(0, 20), "=", "%5c")) {
            assertEquals(1, found(before + TOKEN), before);
        }
        assertEquals(2, found(TOKEN + TOKEN));
        assertEquals(1, found("deadbeef".repeat(2) + TOKEN));
    }

    @Test
    void a_token_of_one_or_two_characters_is_found_before_any_byte() {
        for (int next = 0; next < 256; next++) {
            for (String token : List.of("a", "ab")) {
                TokenMasker masker = new TokenMasker(new TokenPatterns(Set.of(token)));
                masker.filter(("x" + token).getBytes(StandardCharsets.US_ASCII));
                masker.filter(new byte[] {(byte) next});
                TokenMasker ofOneChunk = new TokenMasker(new TokenPatterns(Set.of(token)));
                ofOneChunk.filter(
                        HexFormat.of().parseHex("78" + (token.equals("a") ? "61" : "6162") + "%02x".formatted(next)));

                assertTrue(masker.count() > 0 && ofOneChunk.count() > 0, token + " before " + next);
            }
        }
    }

    @Test
    void an_encoded_second_character_does_not_hide_a_token() {
        for (String second : List.of("%61", "\\u0061", "\\u002561")) {
            assertEquals(1, found("y" + second + TOKEN.substring(2)), second);
        }
    }

    @Test
    void tokens_of_any_length_and_several_are_found() {
        String longest = "t".repeat(16_383) + "u";

        MaskedText masked =
                MaskedText.of("a" + longest + "b" + TOKEN + "c" + longest, new TokenPatterns(List.of(longest, TOKEN)));

        assertEquals(3, masked.count());
    }
}
