package io.omnibridge.adapters.support.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static final String CUT_TEXT = "{\"name\": \"a \\ud83d\"}";

    @Test
    void an_object_is_read_with_exact_numbers() {
        ObjectNode object = read(" {\"a\": [1, {\"b\": null}], \"c\": 0.1, \"d\": \"\\ud83d\\ude00\"}\n");

        assertEquals(1, object.at("/a/0").intValue());
        assertEquals(new BigDecimal("0.1"), object.get("c").decimalValue());
        assertEquals("\ud83d\ude00", object.get("d").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"{}\"", "1", "true", "", "  "})
    void anything_but_an_object_is_refused(String json) {
        assertEquals("The JSON is not an object.", refusal(json));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":1,}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1e99999999999}",
                "{/**/}",
                "{}{}",
                "{} x",
                "{\"a\":1,\"a\":1}",
                "{\"a\":[{\"b\":1,\"\\u0062\":2}]}",
                "\ufeff{}"
            })
    void json_with_more_than_one_reading_is_refused(String json) {
        assertEquals(
                "The JSON is malformed, nested too deep, or has a number too long, a member twice, or something behind its end.",
                refusal(json));
    }

    @Test
    void depth_and_number_length_are_bounded() {
        assertEquals(1, read(nested(32)).size());
        refusal(nested(33));
        assertEquals(
                64, read("{\"a\":" + "1".repeat(64) + "}").get("a").asText().length());
        refusal("{\"a\":" + "1".repeat(65) + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-16"})
    void other_encodings_are_refused(String charset) {
        byte[] bytes = "{\"a\":\"b\"}".getBytes(Charset.forName(charset));

        assertThrows(MalformedJson.class, () -> StrictJson.readObject(bytes));
    }

    @Test
    void invalid_utf_8_is_refused() {
        byte[] latin1 = "{\"a\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        MalformedJson refusal = assertThrows(MalformedJson.class, () -> StrictJson.readObject(latin1));

        assertEquals("The JSON is not valid UTF-8.", refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {CUT_TEXT, "{\"a\":[{\"b\":\"\\udc00\"}]}"})
    void texts_with_unpaired_surrogates_are_refused_unless_any_text_is_allowed(String json) {
        assertEquals("The JSON has an unpaired surrogate.", refusal(json));
        assertEquals(1, StrictJson.readForeignObject(utf8(json)).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"\\ud800\":1}", "{\"a\":{\"\\ud800x\":1}}", "{\"\\udc00\":1}"})
    void member_names_with_unpaired_surrogates_are_refused(String json) {
        refusal(json);
        assertThrows(MalformedJson.class, () -> StrictJson.readForeignObject(utf8(json)));
    }

    @Test
    void an_array_of_another_service_is_read_as_strictly_as_an_object() {
        assertEquals(2, StrictJson.readForeignArray(utf8("[{\"a\":1},[]]")).size());
        for (String json : List.of("{}", "null", "1", "", "[1", "[] []", "[{\"a\":1,\"a\":2}]")) {
            assertThrows(MalformedJson.class, () -> StrictJson.readForeignArray(utf8(json)), json);
        }
    }

    @Test
    void a_refusal_repeats_nothing_of_the_input() {
        MalformedJson refusal = assertThrows(MalformedJson.class, () -> read("{\"canary\": canary}"));

        assertFalse(refusal.toString().contains("canary"));
        assertNull(refusal.getCause());
    }

    private static String nested(int depth) {
        return "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    }

    private static String refusal(String json) {
        return assertThrows(MalformedJson.class, () -> read(json)).getMessage();
    }

    private static ObjectNode read(String json) {
        return StrictJson.readObject(utf8(json));
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
