package io.omnibridge.adapters.providers.scrub;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Numbers and literals of JSON (RFC 8259 §3, §6). */
final class JsonScalars {

    static final int MAX_LENGTH = 1024;

    private static final Pattern SCALAR =
            Pattern.compile("true|false|null|-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][+-]?[0-9]++)?");

    private JsonScalars() {}

    static boolean isWhiteSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    /** Returns whether a byte ends a number or a literal. */
    static boolean isEnd(byte b) {
        return b == ',' || b == '}' || b == ']' || isWhiteSpace(b);
    }

    /** @throws UnreadableResponse if {@code bytes} are neither a number nor a literal */
    static void check(byte[] bytes) throws UnreadableResponse {
        if (!SCALAR.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).matches()) {
            throw new UnreadableResponse("the JSON has a malformed number or word");
        }
    }
}
