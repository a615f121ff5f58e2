package io.omnibridge.adapters.providers.connectors.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes texts of responses and of parts of mails. Bytes that are malformed in their charset become U+FFFD. */
public final class TextBytes {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]{1,40})");
    private static final int ESCAPE = 0x1b;

    private TextBytes() {}

    /**
     * Returns the text. Bytes that are UTF-8 are read as such, whatever the declaration says: it is often left behind when a mail
     * is converted, and text of another charset is hardly ever valid UTF-8.
     *
     * @param contentType names the charset (RFC 2045 §5.1)
     */
    public static String decode(byte[] bytes, Optional<String> contentType) {
        return mark(bytes)
                .or(() -> utf8(bytes))
                .orElseGet(() -> new String(
                        bytes, contentType.flatMap(TextBytes::charset).orElse(StandardCharsets.UTF_8)));
    }

    /** Returns the text if a byte order mark of UTF-16 begins it. */
    private static Optional<String> mark(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE
                ? Optional.of(new String(bytes, StandardCharsets.UTF_16))
                : Optional.empty();
    }

    private static Optional<String> utf8(byte[] bytes) {
        for (byte next : bytes) {
            if (next == ESCAPE || next == 0) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> charset(String contentType) {
        Matcher charset = CHARSET.matcher(contentType);
        try {
            return charset.find() ? Optional.of(Charset.forName(charset.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
