package io.omnibridge.adapters.providers.connectors.text;

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

    private TextBytes() {}

    /**
     * Returns the text.
     *
     * @param contentType names the charset (RFC 2045 §5.1); UTF-8 if it names none that is known
     */
    public static String decode(byte[] bytes, Optional<String> contentType) {
        return new String(bytes, contentType.flatMap(TextBytes::charset).orElse(StandardCharsets.UTF_8));
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
