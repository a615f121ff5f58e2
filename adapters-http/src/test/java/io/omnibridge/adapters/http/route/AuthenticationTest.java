package io.omnibridge.adapters.http.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omnibridge.adapters.http.html.StyleSheet;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

    private static final String CHALLENGE = "Bearer realm=\"omnibridge\"";
    private static final String INVALID_TOKEN_CHALLENGE = CHALLENGE + ", error=\"invalid_token\"";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    static List<Route> routes() {
        return API.routes();
    }

    @Tag("Z5")
    @ParameterizedTest
    @MethodSource("routes")
    void every_route_but_the_listed_ones_requires_a_token(Route route) {
        TestResponse response = API.call(route.method().name(), path(route)).send();
        if (List.of("/healthz", "/readyz", "/openapi.yaml", StyleSheet.TEMPLATE).contains(route.template())) {
            response.is(200);
        } else if (route.template().equals("/oauth/callback/{provider}")) {
            response.is(400);
        } else if (route.template().startsWith("/docs")) {
            assertEquals(route.template().equals("/docs") ? 200 : 404, response.status());
        } else if (route.template().startsWith("/.well-known/")) {
            response.isProblem(404, "not_found");
        } else {
            String scope = route instanceof Route.Agent ? ", scope=\"data:read\"" : "";
            assertEquals(
                    CHALLENGE + scope,
                    response.isProblem(401, "unauthenticated").header("www-authenticate"));
        }
    }

    @Tag("J12")
    @ParameterizedTest
    @ValueSource(strings = {"Basic YWxpY2U6", "Bearer", "Bearer ", "Bearer\u00a0alice", "alice", "Bearer=alice", ""})
    void another_scheme_gets_a_challenge_without_an_error(String authorization) {
        TestResponse response =
                API.get("/accounts").header("Authorization", authorization).send();
        assertEquals(CHALLENGE, response.isProblem(401, "unauthenticated").header("www-authenticate"));
    }

    @Tag("J12")
    @ParameterizedTest
    @ValueSource(
            strings = {"Bearer refused+EXPIRED", "bearer refused+EXPIRED", "Bearer a b", "Bearer alice, Bearer alice"})
    void an_invalid_bearer_token_gets_a_challenge_with_an_error(String authorization) {
        TestResponse response =
                API.get("/accounts").header("Authorization", authorization).send();
        assertEquals(
                INVALID_TOKEN_CHALLENGE,
                response.isProblem(401, "invalid_token").header("www-authenticate"));
        assertFalse(response.body().contains("EXPIRED"));
    }

    @Tag("J12")
    @Test
    void the_scheme_may_be_in_any_case() {
        API.get("/accounts").header("Authorization", "bEARER alice").send().is(200);
    }

    @Tag("J12")
    @Test
    void two_authorization_headers_are_rejected_even_if_both_are_valid() {
        TestResponse response = API.get("/accounts").as("alice").as("alice").send();
        assertEquals(
                INVALID_TOKEN_CHALLENGE,
                response.isProblem(401, "invalid_token").header("www-authenticate"));
    }

    @Tag("J12")
    @Test
    void a_token_in_the_query_is_ignored() {
        API.get("/accounts?access_token=alice").send().isProblem(401, "unauthenticated");
        API.get("/accounts?access_token=alice").as("alice").send().isProblem(400, "invalid_request");
    }

    @Tag("J12")
    @Test
    void a_token_in_the_body_is_ignored() {
        API.call("POST", "/accounts/link")
                .body("application/x-www-form-urlencoded", "access_token=alice".getBytes(UTF_8))
                .send()
                .isProblem(401, "unauthenticated");
    }

    @Tag("J12")
    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/accounts/google", "/accounts/google/1/2", "/metrics", "/favicon.ico"})
    void an_unknown_path_is_not_found_even_without_a_token(String target) {
        API.get(target).send().isProblem(404, "not_found");
    }

    @Tag("J12")
    @Test
    void a_wrong_method_is_rejected_even_without_a_token() {
        API.call("PUT", "/accounts").send().isProblem(405, "method_not_allowed");
    }

    @Test
    void without_the_issuers_keys_a_token_is_not_called_invalid() {
        TestResponse response = API.get("/accounts").as("keys-unavailable").send();
        assertEquals("1", response.isProblem(503, "keys_unavailable").header("retry-after"));
    }

    private static String path(Route route) {
        return route.template()
                .replace("{provider}", "google")
                .replace("{provider_account_id}", "1")
                .replace("{lease_id}", "1")
                .replace("{ref}", "1")
                .replace("{page}", "none")
                .replace("{hash}", "1")
                .replace("<path>", "x")
                .replace("{attempt_id}", "0".repeat(32));
    }
}
