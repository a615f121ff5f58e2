package io.omnibridge.bootstrap.canary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The encodings in which a secret may appear. */
enum Encoding {
    RAW,
    BASE64,
    BASE64URL,
    HEX_LOWER,
    HEX_UPPER,
    URL_ENCODED;

    private static final int BITS_OF_BYTE = 8;
    private static final int BITS_OF_CHARACTER = 6;

    /** Returns patterns of which every text contains one that contains {@code fragment} in this encoding. */
    List<String> patterns(byte[] fragment) {
        return switch (this) {
            case RAW -> List.of(text(fragment));
            case BASE64 -> atEachAlignment(Base64.getEncoder(), fragment);
            case BASE64URL -> atEachAlignment(Base64.getUrlEncoder(), fragment);
            case HEX_LOWER -> List.of(HexFormat.of().formatHex(fragment));
            case HEX_UPPER -> List.of(HexFormat.of().withUpperCase().formatHex(fragment));
            case URL_ENCODED -> urlEncoded(fragment);
        };
    }

    private static String text(byte[] fragment) {
        return new String(fragment, StandardCharsets.ISO_8859_1);
    }

    /** Three bytes make four characters, so the text before a fragment shifts it in one of three ways. */
    private static List<String> atEachAlignment(Base64.Encoder encoder, byte[] fragment) {
        return IntStream.range(0, 3)
                .mapToObj(shift -> shifted(encoder, fragment, shift))
                .toList();
    }

    /** Returns the characters that depend on {@code fragment} alone. */
    private static String shifted(Base64.Encoder encoder, byte[] fragment, int shift) {
        byte[] bytes = new byte[shift + fragment.length];
        System.arraycopy(fragment, 0, bytes, shift, fragment.length);
        int from = (shift * BITS_OF_BYTE + BITS_OF_CHARACTER - 1) / BITS_OF_CHARACTER;
        int to = bytes.length * BITS_OF_BYTE / BITS_OF_CHARACTER;
        return encoder.encodeToString(bytes).substring(from, to);
    }

    /** Escapes only the characters that need it, or every byte, with hexadecimal digits of either case. */
    private static List<String> urlEncoded(byte[] fragment) {
        String sparing = URLEncoder.encode(text(fragment), StandardCharsets.ISO_8859_1);
        String whole = "%" + HexFormat.ofDelimiter("%").withUpperCase().formatHex(fragment);
        return List.of(sparing, withLowerCaseEscapes(sparing), whole, withLowerCaseEscapes(whole));
    }

    private static String withLowerCaseEscapes(String encoded) {
        StringBuilder lower = new StringBuilder(encoded);
        for (int i = encoded.indexOf('%'); i >= 0; i = encoded.indexOf('%', i + 1)) {
            lower.replace(i, i + 3, encoded.substring(i, i + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }
}
