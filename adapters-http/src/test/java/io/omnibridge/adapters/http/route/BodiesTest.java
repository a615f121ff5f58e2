package io.omnibridge.adapters.http.route;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

    private static final String GOOD =
            "{\"provider\":\"google\",\"provider_account_id\":\"1\",\"access_token\":\"canary\"}";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @Tag("H3")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n",
                "null",
                "true",
                "1",
                "\"x\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{}}",
                "{}{}",
                "{} x",
                "{},",
                "{}\u0000",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":1.}",
                "{\"a\":0x1}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\t\"}",
                "{\"a\"}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":1,\"\\u0061\":1}",
                "/**/{}",
                "{//\n}",
                "#{}",
                "{\"a\":\"\\ud800\"}",
                "{\"a\":\"\\udc00\\ud800\"}",
                "{\"\\ud800\":1}",
                "{\"a\":[\"\\ud800\"]}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":tru}",
                "\ufeff{}",
                "{}\ufeff",
                "a=b",
                "<a/>",
                "{\"a\":\"unterminated"
            })
    void anything_but_one_json_object_is_rejected(String body) {
        API.link(body).send().isProblem(400, "invalid_request");
    }

    static Stream<byte[]> bytes_that_are_not_utf_8() {
        HexFormat hex = HexFormat.of();
        return Stream.of(
                GOOD.getBytes(UTF_16),
                GOOD.getBytes(UTF_16LE),
                hex.parseHex("efbbbf7b7d"),
                hex.parseHex("7b2261223a22c0af227d"),
                hex.parseHex("7b2261223a22eda080227d"),
                hex.parseHex("7b2261223a22f4908080227d"),
                hex.parseHex("7b2261223a22ff227d"),
                hex.parseHex("7b2261223a22c3227d"),
                hex.parseHex("0000007b0000007d"),
                hex.parseHex("1f8b0800"));
    }

    @Tag("H3")
    @ParameterizedTest
    @MethodSource
    void bytes_that_are_not_utf_8(byte[] body) {
        API.call("POST", "/accounts/link")
                .as("alice")
                .body("application/json", body)
                .send()
                .isProblem(400, "invalid_request");
    }

    @Tag("H3")
    @Test
    void an_absent_body_is_rejected_and_surrounding_white_space_is_not() {
        TestResponse response = API.call("POST", "/accounts/link")
                .as("alice")
                .header("Content-Type", "application/json")
                .send();
        response.isProblem(400, "invalid_request");
        API.link(" \r\n\t" + GOOD + "\n ").send().is(201);
    }

    @Tag("H4")
    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
    void deep_nesting_is_rejected_at_once(String open) {
        API.link(open.repeat(60_000 / open.length())).send().isProblem(400, "invalid_request");
        API.link("{\"a\":" + open.repeat(10_000)).send().isProblem(400, "invalid_request");
    }

    @Tag("H4")
    @Test
    void nesting_is_accepted_up_to_the_documented_depth() {
        API.link(withIdToken("[".repeat(31) + "]".repeat(31))).send().is(201);
        API.link(withIdToken("[".repeat(32) + "]".repeat(32))).send().isProblem(400, "invalid_request");
    }

    private static String withIdToken(String value) {
        return GOOD.replace("}", ",\"id_token\":" + value + "}");
    }

    @Tag("H4")
    @ParameterizedTest
    @ValueSource(
            strings = {"1e999999999", "1e-999999999", "-1E+1000000000", "0.1e99999999999999999999", "123456789e99999"})
    void a_huge_exponent_is_rejected(String number) {
        API.link(GOOD.replace("}", ",\"expires_in\":" + number + "}")).send().isProblem(400, "invalid_request");
    }

    @Tag("H4")
    @Test
    void a_number_with_five_thousand_digits_is_rejected() {
        for (String number : new String[] {"9".repeat(5_000), "0." + "9".repeat(5_000), "-" + "1".repeat(50_000)}) {
            API.link(GOOD.replace("}", ",\"expires_in\":" + number + "}"))
                    .send()
                    .isProblem(400, "invalid_request");
        }
        assertTrue(API.store().accounts().isEmpty());
    }

    @Tag("H5")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/json",
                "application/x-www-form-urlencoded",
                "application/problem+json",
                "application/json; charset=iso-8859-1",
                "application/json; charset=utf-16",
                "application/json; charset=",
                "application/json; charset=utf-8; charset=utf-16",
                "application/json; boundary=x",
                "application/jsonx",
                "application/json, text/plain",
                "application/*",
                "*/*",
                "multipart/form-data; boundary=x",
                ""
            })
    void another_content_type_is_not_supported(String type) {
        TestResponse response = API.call("POST", "/accounts/link")
                .as("alice")
                .body(type, GOOD.getBytes(UTF_8))
                .send();
        response.isProblem(415, "unsupported_media_type");
        assertFalse(response.body().contains("canary"));
    }

    @Tag("H5")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json;charset=utf-8",
                "application/json ; charset=UTF-8",
                "application/json; charset=\"utf-8\""
            })
    void json_in_utf_8_is_supported_in_any_spelling(String type) {
        API.call("POST", "/accounts/link")
                .as("alice")
                .body(type, GOOD.getBytes(UTF_8))
                .send()
                .is(201);
    }

    @Tag("H5")
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip", "GZIP", "x"})
    void a_content_encoding_is_not_supported(String encoding) {
        API.link(GOOD).header("Content-Encoding", encoding).send().isProblem(415, "unsupported_media_type");
    }

    @Tag("H5")
    @Test
    void a_second_content_encoding_header_is_not_ignored() {
        API.link(GOOD)
                .header("Content-Encoding", "identity")
                .header("Content-Encoding", "gzip")
                .send()
                .isProblem(415, "unsupported_media_type");
    }

    @Tag("H5")
    @Test
    void a_body_with_no_or_two_content_types_is_not_supported() {
        API.call("POST", "/accounts/link")
                .as("alice")
                .body(GOOD.getBytes(UTF_8))
                .send()
                .isProblem(415, "unsupported_media_type");
        API.link(GOOD).header("Content-Type", "application/json").send().isProblem(415, "unsupported_media_type");
    }
}
