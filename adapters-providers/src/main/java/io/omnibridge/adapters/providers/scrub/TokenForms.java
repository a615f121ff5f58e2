package io.omnibridge.adapters.providers.scrub;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Texts that a token becomes where it is encoded as a whole: itself, hexadecimal, and base64 in three alignments. */
final class TokenForms {

    private static final int BITS = 6;

    private TokenForms() {}

    /** Returns the forms, none of them empty. Some may be the same. */
    static List<String> of(String token) {
        List<String> forms = new ArrayList<>();
        forms.add(token);
        String hex = HexFormat.of().formatHex(token.getBytes(StandardCharsets.US_ASCII));
        forms.add(hex);
        forms.add(hex.toUpperCase(Locale.ROOT));
        for (int before = 0; before < 3; before++) {
            String base64 = base64(token, before);
            forms.add(base64);
            forms.add(base64.replace('+', '-').replace('/', '_'));
        }
        forms.removeIf(String::isEmpty);
        return forms;
    }

    /** Returns the characters that the token alone decides, if {@code before} other bytes precede it in a group of three. */
    private static String base64(String token, int before) {
        byte[] bytes = new byte[before + token.length()];
        System.arraycopy(token.getBytes(StandardCharsets.US_ASCII), 0, bytes, before, token.length());
        int first = (before * Byte.SIZE + BITS - 1) / BITS;
        int end = bytes.length * Byte.SIZE / BITS;
        return Base64.getEncoder().encodeToString(bytes).substring(first, end);
    }
}
