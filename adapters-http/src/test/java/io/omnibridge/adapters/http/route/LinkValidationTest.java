package io.omnibridge.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkValidationTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MINIMAL =
            "{\"provider\":\"google\",\"provider_account_id\":\"1\",\"access_token\":\"canary-1\"}";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "/provider; null",
                "/provider; 1",
                "/provider; ``",
                "/provider; \"\"",
                "/provider; \"Google\"",
                "/provider; \"-g\"",
                "/provider; \"g g\"",
                "/provider; \"g/../g\"",
                "/provider; \"x*64\"",
                "/provider_account_id; \"\"",
                "/provider_account_id; \".\"",
                "/provider_account_id; \"..\"",
                "/provider_account_id; \"~h:abc\"",
                "/provider_account_id; \"~h:RBNvo1WzZ4oRRq0W9-hknpT7T8If536DEMBg9hyq_4o\"",
                "/provider_account_id; \"a/b\"",
                "/provider_account_id; \"a b\"",
                "/provider_account_id; \"a&b\"",
                "/provider_account_id; \"ä\"",
                "/provider_account_id; \"x*256\"",
                "/provider_account_id; \"a\\u0000\"",
                "/provider_account_id; [\"1\"]",
                "/provider_account_id; {}",
                "/access_token; \"\"",
                "/access_token; \"a b\"",
                "/access_token; \"\\n\"",
                "/access_token; \"é\"",
                "/access_token; \"x*16385\"",
                "/access_token; null",
                "/access_token; 12345",
                "/access_token; true",
                "/refresh_token; \"x*16385\"",
                "/token_type; \"mac\"",
                "/expires_in; -1",
                "/expires_in; 1.5",
                "/expires_in; 3600.0",
                "/expires_in; 1e3",
                "/expires_in; 1e400",
                "/expires_in; true",
                "/expires_at; \"tomorrow\"",
                "/expires_at; 1700000000",
                "/expires_at; \"2030-01-01\"",
                "/expires_at; \"2030-01-01T00:00:00\"",
                "/expires_at; \"1969-12-31T23:59:59Z\"",
                "/expires_at; \"+1000000000-01-01T00:00:00Z\"",
                "/scope; 1",
                "/scope; \"a\\\\b\"",
                "/scope; \"x*256\"",
                "/scopes; \"a\"",
                "/scopes; {}",
                "/scopes/0; [\"\"]",
                "/scopes/1; [\"a\", \"b c\"]",
                "/scopes/0; [1]",
                "/scopes/0; [[\"a\"]]",
                "/scopes/0; [null]",
                "/scopes/0; [\"x*256\"]",
                "/scope/0; [1]",
                "/expires_in; \"\"",
                "/expires_in; \"soon\"",
                "/expires_in; \"-1\"",
                "/refresh_token; 17",
                "/refresh_token_expires_in; \"never\""
            })
    void an_invalid_member_is_named(String pointer, String value) throws IOException {
        String name = pointer.split("/", -1)[1];
        TestResponse response =
                API.link(with(name, expand(value.isEmpty() ? "[]" : value))).send();
        assertEquals(
                List.of(pointer), response.isProblem(400, "invalid_request").pointers(), response::toString);
        assertTrue(API.store().accounts().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "provider; \"x*63\"",
                "provider; \"0_-\"",
                "provider_account_id; \"x*255\"",
                "provider_account_id; \"...\"",
                "provider_account_id; \"A.z_0~@:+=|-\"",
                "access_token; \"x*16384\"",
                "access_token; \"!\\\"\\\\~\"",
                "refresh_token; \"x*16384\"",
                "token_type; \"BEARER\"",
                "expires_in; 0",
                "expires_in; 315360000",
                "expires_at; \"2030-01-31T12:00:00Z\"",
                "expires_at; \"2030-01-31T12:00:00.123456789+05:30\"",
                "expires_at; \"1970-01-01T00:00:00Z\"",
                "scope; \"\"",
                "scope; \"x*255\"",
                "scope; \"!#[]~ https://a/b.read\"",
                "scopes; []",
                "scopes; [\"a\", \"a\"]",
                "id_token; {\"any\": [1]}",
                "id_token; null"
            })
    void a_member_at_its_limit_is_accepted(String name, String value) throws IOException {
        API.link(with(name, expand(value))).send().is(201);
    }

    @Test
    void two_hundred_scopes_are_accepted_and_one_more_is_not() throws IOException {
        String scopes = "[" + "\"s\",".repeat(199) + "\"s\"]";
        API.link(with("scopes", scopes)).send().is(201);
        String more = scopes.replace("]", ",\"s\"]");
        assertEquals(List.of("/scopes"), API.link(with("scopes", more)).send().pointers());
        String text = "s ".repeat(200) + "s";
        assertEquals(
                List.of("/scope"),
                API.link(with("scope", "\"" + text + "\"")).send().pointers());
    }

    @ParameterizedTest
    @CsvSource({"scope, scopes, \"a\", '[\"a\"]'", "expires_in, expires_at, 1, '\"2030-01-31T12:00:00Z\"'"})
    void two_alternative_members_together_are_rejected(String one, String other, String value, String otherValue)
            throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(with(one, value));
        body.set(other, JSON.readTree(otherValue));
        TestResponse response = API.link(body.toString()).send().isProblem(400, "invalid_request");
        assertEquals(List.of("/" + other), response.pointers());
    }

    @Test
    void all_invalid_members_are_named_at_once() {
        TestResponse response = API.link("""
                {"provider": 1, "access_token": "a b", "expires_in": -1, "scopes": ["a", 2, "c d"], "user_id": "bob",
                 "token_type": "mac"}
                """).send().isProblem(400, "invalid_request");
        assertEquals(
                List.of(
                        "/access_token",
                        "/expires_in",
                        "/provider",
                        "/provider_account_id",
                        "/scopes/1",
                        "/scopes/2",
                        "/token_type",
                        "/user_id"),
                response.pointers().stream().sorted().toList());
        for (JsonNode error : response.json().path("errors")) {
            assertFalse(error.path("detail").textValue().isEmpty());
        }
    }

    @Test
    void no_value_of_the_request_is_repeated() {
        TestResponse response = API.link("""
                {"provider": "canary-2", "provider_account_id": "canary 3", "access_token": "canary 4",
                 "refresh_token": ["canary-5"], "canary-6": 1, "canary.7": {"canary-8": "canary-9"}, "scope": "canary\\t10",
                 "token_type": "canary-11", "expires_at": "canary-12", "": 1, "/~": 2}
                """).send().isProblem(400, "invalid_request");
        assertFalse(response.toString().contains("canary"), response::toString);
    }

    @Test
    void at_most_100_errors_are_named() {
        StringBuilder members = new StringBuilder(MINIMAL).deleteCharAt(MINIMAL.length() - 1);
        members.append(",\"scopes\":[").append("1,".repeat(5_000)).append("1]");
        TestResponse response = API.link(members + "}").send().isProblem(400, "invalid_request");
        assertEquals(100, response.pointers().size());
    }

    @Test
    void the_connection_is_usable_after_a_rejection() {
        try (RawHttp connection = API.connect()) {
            API.link("{}").sendOn(connection).isProblem(400, "invalid_request");
            API.link("nonsense").sendOn(connection).isProblem(400, "invalid_request");
            API.link(MINIMAL).sendOn(connection).is(201);
        }
    }

    /** Returns the minimal body with one member set to the value {@code json}. */
    static String with(String name, String json) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(MINIMAL);
        String marker = "\"*\"";
        body.put(name, "*");
        return body.toString().replace(marker, json);
    }

    /** Expands {@code x*3} to {@code xxx}. */
    private static String expand(String value) {
        int star = value.indexOf("x*");
        int end = value.indexOf('"', Math.max(star, 0));
        return star < 0
                ? value
                : value.substring(0, star)
                        + "x".repeat(Integer.parseInt(value.substring(star + 2, end)))
                        + value.substring(end);
    }
}
