package io.omnibridge.adapters.providers.scrub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Whole JSON strings. */
final class JsonStrings {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonStrings() {}

    /** Returns the text of a string with its quotation marks. */
    static String decode(byte[] quoted) throws UnreadableResponse {
        String escaped = new String(quoted, 1, quoted.length - 2, StandardCharsets.UTF_8);
        return escaped.indexOf('\\') < 0 ? escaped : unescape(quoted);
    }

    private static String unescape(byte[] quoted) throws UnreadableResponse {
        try (JsonParser parser = JSON.createParser(new String(quoted, StandardCharsets.UTF_8))) {
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                return parser.getText();
            }
        } catch (IOException e) {
            // Without the cause, whose message repeats the text.
        }
        throw new UnreadableResponse("the JSON has a malformed string");
    }

    /** Returns the string of a text, with quotation marks. */
    static byte[] encode(String text) {
        String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        return ("\"" + escaped + "\"").getBytes(StandardCharsets.UTF_8);
    }
}
