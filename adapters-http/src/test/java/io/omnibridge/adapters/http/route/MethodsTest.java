package io.omnibridge.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("H6")
class MethodsTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/accounts;          GET, HEAD, OPTIONS",
                "/accounts/link;     OPTIONS, POST",
                "/accounts/google/1; DELETE, GET, HEAD, OPTIONS",
                "/providers;         GET, HEAD, OPTIONS",
                "/connect;           OPTIONS, POST",
                "/connect/1;         DELETE, GET, HEAD, OPTIONS",
                "/connect/1/complete; OPTIONS, POST",
                "/oauth/callback/google; GET, HEAD, OPTIONS",
                "/audit;             GET, HEAD, OPTIONS",
                "/api/google;        GET, HEAD, OPTIONS",
                "/api/google/1/gmail/v1/messages; GET, HEAD, OPTIONS, POST",
                "/leases;            GET, HEAD, OPTIONS, POST",
                "/leases/1;          DELETE, OPTIONS",
                "/healthz;           GET, HEAD, OPTIONS",
                "/readyz;            GET, HEAD, OPTIONS",
                "/openapi.yaml;      GET, HEAD, OPTIONS"
            })
    void every_path_lists_its_allowed_methods(String path, String allow) {
        for (String method : List.of("PUT", "PATCH", "PROPFIND", "TRACE", "get", "BREW", "PRI")) {
            TestResponse response = API.call(method, path).as("alice").send().isProblem(405, "method_not_allowed");
            assertEquals(allow, response.header("allow"), method);
        }
        TestResponse options = API.call("OPTIONS", path).send().is(204);
        assertEquals(allow, options.header("allow"));
        assertEquals("", options.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts",
                "/providers",
                "/connect/1",
                "/audit",
                "/api/google",
                "/api/google/1/gmail/v1/messages",
                "/leases",
                "/healthz",
                "/readyz",
                "/openapi.yaml",
                "/nothing"
            })
    void head_responds_like_get_without_a_body(String path) {
        TestResponse get = API.get(path).as("alice").send();
        TestResponse head = API.call("HEAD", path).as("alice").send();
        assertEquals(get.status(), head.status());
        assertEquals(get.comparableHeaders(), head.comparableHeaders());
        assertEquals("", head.body());
    }

    @Test
    void head_requires_a_token_where_get_does() {
        assertEquals(401, API.call("HEAD", "/accounts").send().status());
        assertEquals(
                "Bearer realm=\"omnibridge\"", API.call("HEAD", "/audit").send().header("www-authenticate"));
    }

    @Test
    void nothing_follows_the_response_to_head() {
        try (RawHttp connection = API.connect()) {
            connection.send(API.call("HEAD", "/accounts").toBytes());
            connection.send(API.get("/healthz").header("Connection", "close").toBytes());
            assertEquals(401, connection.read("HEAD").status());
            assertEquals(200, connection.read().status());
            assertTrue(connection.readAll().isEmpty());
        }
    }

    @Test
    void no_tunnel_is_opened() {
        try (RawHttp connection = API.connect()) {
            TestResponse response = connection
                    .send("CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n")
                    .read();
            assertTrue(List.of(400, 404, 405).contains(response.status()), response::toString);
            response.hasCommonHeaders();
        }
    }

    @Test
    void a_preflight_of_another_origin_is_not_allowed() {
        API.call("OPTIONS", "/accounts")
                .header("Origin", "https://evil.example")
                .header("Access-Control-Request-Method", "GET")
                .send()
                .is(204);
        API.get("/accounts")
                .as("alice")
                .header("Origin", "https://evil.example")
                .send()
                .is(200);
    }

    @Test
    void options_for_the_whole_server_causes_no_fault() {
        TestResponse response = API.call("OPTIONS", "*").send().hasCommonHeaders();
        assertTrue(response.status() < 500, response::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void no_header_overrides_the_method(String header) {
        API.get("/accounts").as("alice").header(header, "DELETE").send().is(200);
    }

    @Test
    void an_upgrade_to_websocket_is_ignored() {
        API.get("/accounts")
                .as("alice")
                .header("Upgrade", "websocket")
                .header("Connection", "Upgrade")
                .header("Sec-WebSocket-Version", "13")
                .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                .send()
                .is(200);
    }
}
