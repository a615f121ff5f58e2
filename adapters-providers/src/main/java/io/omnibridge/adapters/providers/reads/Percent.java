package io.omnibridge.adapters.providers.reads;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Percent-encoding of UTF-8 (RFC 3986 §2.1). */
public final class Percent {

    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    private Percent() {}

    /**
     * Decodes an ASCII text once.
     *
     * @throws InvalidRequest if an encoded byte is malformed, or the bytes are not UTF-8
     */
    static String decode(String text) throws InvalidRequest {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            if (i + 2 >= text.length() || digit(text, i + 1) < 0 || digit(text, i + 2) < 0) {
                throw new InvalidRequest("A percent sign is not followed by two hexadecimal digits.");
            }
            bytes.write(digit(text, i + 1) << 4 | digit(text, i + 2));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidRequest("The percent-encoded bytes are not valid UTF-8.");
        }
    }

    private static int digit(String text, int index) {
        char c = text.charAt(index);
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    /** Encodes every byte but letters, digits, {@code - . _ ~}. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
        return encoded.toString();
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit & 0xF, 16));
    }

    /** Returns whether a text that was decoded once could be decoded once more. */
    static boolean isEncoded(String decoded) {
        return decoded.indexOf('%') >= 0 && ENCODED.matcher(decoded).find();
    }
}
