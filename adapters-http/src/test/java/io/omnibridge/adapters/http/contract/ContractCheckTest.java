package io.omnibridge.adapters.http.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves that the check rejects a response for each single deviation. */
class ContractCheckTest {

    private static final String ACCOUNT = """
            {"provider":"github","provider_account_id":"583231","scopes":["repo"],"status":"active","refreshable":false,\
            "linked_by":"token","expires_at":null,"linked_at":"2026-03-01T09:30:00Z","updated_at":"2026-03-01T09:30:00Z",\
            "used_at":null,"expires_unused_at":null}""";
    private static final Map<String, List<String>> HEADERS = Map.of(
            "X-Request-Id", List.of("request-1"),
            "Cache-Control", List.of("no-store"),
            "X-Content-Type-Options", List.of("nosniff"),
            "Content-Type", List.of("application/json"));

    private static List<String> violations(int status, Map<String, List<String>> headers, String body) {
        return ContractCheck.violations("GET", "/accounts/github/583231", new ActualResponse(status, headers, body));
    }

    private static Map<String, List<String>> headersWith(String name, String... values) {
        Map<String, List<String>> headers = new HashMap<>(HEADERS);
        headers.put(name, List.of(values));
        return headers;
    }

    @Test
    void a_documented_response_passes_and_is_named() {
        String name =
                ContractCheck.verify("GET", "/accounts/github/583231?x=y", new ActualResponse(200, HEADERS, ACCOUNT));

        assertEquals("GET /accounts/{provider}/{provider_account_id} 200", name);
    }

    @Test
    void an_undocumented_response_fails_the_test_and_says_why() {
        AssertionError error = assertThrows(
                AssertionError.class,
                () -> ContractCheck.verify("GET", "/healthz", new ActualResponse(418, HEADERS, "")));

        assertTrue(error.toString().contains("the status 418 is not documented"), error.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "status":"active"     | "status":"fine"
                    "refreshable":false   | "refreshable":"false"
                    "refreshable":false   | "refreshable":false,"access_token":"x"
                    "refreshable":false,  | ''
                    "expires_at":null     | "expires_at":0
                    "expires_at":null     | "expires_at":"tomorrow, at noonZ"
                    "2026-03-01T09:30:00Z | "2026-03-01T09:30:00+01:00
                    "scopes":["repo"]     | "scopes":"repo"
                    "scopes":["repo"]     | "scopes":["repo","repo"]
                    "scopes":["repo"]     | "scopes":["two words"]
                    "provider":"github"   | "provider":"GitHub"
                    "provider":"github"   | "provider":"github","provider":"github"
                    """)
    void a_changed_body_is_rejected(String part, String change) {
        String changed = ACCOUNT.replaceFirst(Pattern.quote(part), change);

        assertEquals(List.of(), violations(200, HEADERS, ACCOUNT));
        assertNotEquals(List.of(), violations(200, HEADERS, changed));
    }

    @Test
    void anything_but_one_json_document_is_rejected() {
        assertEquals(1, violations(200, HEADERS, "").size());
        assertEquals(1, violations(200, HEADERS, "<html>").size());
        assertEquals(1, violations(200, HEADERS, ACCOUNT + "{}").size());
    }

    @Test
    void a_response_with_another_status_is_rejected() {
        assertEquals(1, violations(201, HEADERS, ACCOUNT).size());
        assertEquals(
                2,
                violations(404, headersWith("Content-Type", "application/problem+json"), problem(400))
                        .size());
    }

    private static String problem(int status) {
        return """
                {"type":"about:blank","title":"Bad Request","status":%d,"detail":"no","request_id":"r",\
                "code":"invalid_request"}""".formatted(status);
    }

    @Test
    @Tag("H9")
    void a_missing_repeated_wrong_or_undocumented_header_is_rejected() {
        assertEquals(1, violations(200, headersWith("X-Request-Id"), ACCOUNT).size());
        assertEquals(
                1,
                violations(200, headersWith("Cache-Control", "no-store", "no-store"), ACCOUNT)
                        .size());
        assertEquals(
                1,
                violations(200, headersWith("X-Content-Type-Options", "sniff"), ACCOUNT)
                        .size());
        assertEquals(1, violations(200, headersWith("Server", "Jetty"), ACCOUNT).size());
        assertEquals(
                1,
                violations(200, headersWith("Content-Type", "text/html"), ACCOUNT)
                        .size());
    }

    @Test
    @Tag("O10")
    void required_headers_must_be_present_and_optional_ones_may_be() {
        Map<String, List<String>> problem = headersWith("Content-Type", "application/problem+json");
        Map<String, List<String>> page = headersWith("Content-Type", "text/html;charset=utf-8");
        assertEquals(List.of(), callbackViolations(400, problem, problem(400)));
        assertEquals(List.of(), callbackViolations(400, page, "<!DOCTYPE html>"));
        assertEquals(4, callbackViolations(404, page, "<!DOCTYPE html>").size());
        page.put("Referrer-Policy", List.of("origin"));
        assertEquals(1, callbackViolations(400, page, "<!DOCTYPE html>").size());
    }

    private static List<String> callbackViolations(int status, Map<String, List<String>> headers, String body) {
        return ContractCheck.violations("GET", "/oauth/callback/google", new ActualResponse(status, headers, body));
    }

    @Test
    void a_response_of_a_provider_may_have_any_status_and_body_and_needs_our_headers() {
        String target = "/api/google/1/gmail/v1/messages/a";
        Map<String, List<String>> headers = headersWith("Content-Type", "image/png");
        headers.put("OmniBridge-Upstream", List.of("google"));
        headers.put("Content-Disposition", List.of("attachment"));
        ActualResponse without = new ActualResponse(418, headers, "\u0000");
        assertEquals(1, ContractCheck.violations("GET", target, without).size());

        headers.put("Content-Security-Policy", List.of("sandbox; default-src 'none'"));
        ActualResponse response = new ActualResponse(418, headers, "\u0000");
        assertEquals(
                "GET /api/{provider}/{provider_account_id}/{path} default",
                ContractCheck.verify("GET", target, response));
        assertEquals(1, ContractCheck.violations("GET", "/api/google", response).size());
    }

    @Test
    void an_undocumented_body_is_rejected() {
        ActualResponse response = new ActualResponse(200, HEADERS, ACCOUNT);

        assertEquals(
                1,
                ContractCheck.violations("HEAD", "/accounts/github/583231", response)
                        .size());
        assertEquals(
                1,
                ContractCheck.violations("DELETE", "/accounts/github/583231", new ActualResponse(204, HEADERS, ""))
                        .size());
    }
}
