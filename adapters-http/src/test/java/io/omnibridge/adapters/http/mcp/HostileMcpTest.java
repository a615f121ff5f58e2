package io.omnibridge.adapters.http.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestRequest;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.application.port.StoreUnavailable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that break the protocol: each gets the protocol's own error, and nothing is read. */
@Tag("N3")
class HostileMcpTest {

    private static final String META = "'io.modelcontextprotocol/protocolVersion':'2026-07-28'";
    private static final String CAPABILITIES = "'io.modelcontextprotocol/clientCapabilities':{}";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private static final McpClient ALICE = new McpClient(API, McpClient.ALICE);

    @BeforeEach
    void alice_has_an_account() {
        McpClient.linkAccount(API);
    }

    @AfterEach
    void nothing_was_read() {
        assertEquals(List.of(), API.apis().requests());
        assertEquals(List.of(), API.uses().receipts());
    }

    private static JsonNode error(int status, int code, TestResponse response) {
        response.is(status);
        assertEquals("application/json", response.header("content-type"));
        assertEquals("2.0", response.json().path("jsonrpc").textValue(), response::toString);
        assertEquals(code, response.json().at("/error/code").intValue(), response::toString);
        assertFalse(response.json().at("/error/message").textValue().isEmpty());
        assertFalse(response.json().has("result"));
        return response.json();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "-32700|not JSON",
                "-32700|{'jsonrpc':'2.0','id':1,'method':'ping'",
                "-32700|{'jsonrpc':'2.0','id':1,'method':'ping'}{}",
                "-32700|{'jsonrpc':'2.0','id':1,'method':'ping'} x",
                "-32700|{'jsonrpc':'2.0','id':1,'id':2,'method':'ping'}",
                "-32700|{'jsonrpc':'2.0','id':1,'method':'ping','params':{'a':1,'a':2}}",
                "-32700|{'jsonrpc':'2.0','id':1,'method':'\\ud800'}",
                "-32700|'ping'",
                "-32700|1e999999999",
                "-32600|[]",
                "-32600| [{'jsonrpc':'2.0','id':1,'method':'ping'}]",
                "-32600|{}",
                "-32600|{'id':1,'method':'ping'}",
                "-32600|{'jsonrpc':'1.0','id':1,'method':'ping'}",
                "-32600|{'jsonrpc':2.0,'id':1,'method':'ping'}",
                "-32600|{'jsonrpc':'2.0','id':null,'method':'ping'}",
                "-32600|{'jsonrpc':'2.0','id':1.5,'method':'ping'}",
                "-32600|{'jsonrpc':'2.0','id':true,'method':'ping'}",
                "-32600|{'jsonrpc':'2.0','id':{},'method':'ping'}",
                "-32600|{'jsonrpc':'2.0','id':1}",
                "-32600|{'jsonrpc':'2.0','id':1,'method':1}",
                "-32600|{'jsonrpc':'2.0','id':1,'result':{}}",
                "-32600|{'jsonrpc':'2.0','id':1,'method':'ping','result':{}}",
                "-32600|{'jsonrpc':'2.0','id':1,'error':{'code':1,'message':'x'}}",
                "-32602|{'jsonrpc':'2.0','id':1,'method':'ping','params':[]}",
                "-32602|{'jsonrpc':'2.0','id':1,'method':'ping','params':null}",
                "-32602|{'jsonrpc':'2.0','id':1,'method':'ping','params':'x'}"
            })
    void a_broken_message_is_a_400(int code, String body) {
        error(400, code, ALICE.post(body));
    }

    @Test
    void bytes_that_are_not_utf_8_are_a_parse_error() {
        byte[] body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1);

        error(400, -32700, ALICE.post().body("application/json", body).send());
    }

    @Test
    void an_empty_body_is_a_parse_error() {
        error(400, -32700, ALICE.post().body("application/json", new byte[0]).send());
    }

    @Test
    void a_deep_document_is_a_parse_error() {
        error(400, -32700, ALICE.post("{'a':" + "[".repeat(20_000) + "]".repeat(20_000) + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-32602|tools/call|",
                "-32602|tools/call|'name':1",
                "-32602|tools/call|'name':['search']",
                "-32602|tools/call|'name':'write','arguments':{}",
                "-32602|tools/call|'name':'search','arguments':[]",
                "-32602|tools/call|'name':'search','arguments':null",
                "-32602|tools/call|'name':'search','arguments':'plans'",
                "-32602|tools/call|'name':'search','arguments':{'query':'plans'},'requestState':'forged'",
                "-32602|tools/call|'name':'search','arguments':{'query':'plans'},'requestState':null",
                "-32602|tools/call|'name':'search','arguments':{'query':'plans'},'inputResponses':[]",
                "-32602|tools/list|'cursor':'x'",
                "-32602|initialize|",
                "-32602|initialize|'protocolVersion':20251125",
                "-32601|tools/unknown|",
                "-32601|TOOLS/LIST|",
                "-32601|resources/read|'uri':'file:///etc/passwd'"
            })
    void a_broken_request_after_a_handshake_is_an_error_in_a_200(int code, String method, String params) {
        JsonNode error = error(200, code, ALICE.afterHandshake(method, params == null ? "" : params));

        assertEquals(7, error.path("id").intValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '`',
            value = {
                "-32020|-|tools/list|-|tools/list|" + META + "," + CAPABILITIES,
                "-32020|2025-11-25|tools/list|-|tools/list|" + META + "," + CAPABILITIES,
                "-32020|2026-07-28|-|-|tools/list|" + META + "," + CAPABILITIES,
                "-32020|2026-07-28|tools/call|-|tools/list|" + META + "," + CAPABILITIES,
                "-32020|2026-07-28|TOOLS/LIST|-|tools/list|" + META + "," + CAPABILITIES,
                "-32020|2026-07-28|tools/call|-|tools/call|" + META + "," + CAPABILITIES,
                "-32020|2026-07-28|tools/call|search|tools/call|" + META + "," + CAPABILITIES,
                "-32020|2026-07-28|tools/call|=?base64?fetch?=|tools/call|" + META + "," + CAPABILITIES,
                "-32020|2026-07-28|tools/call|=?base64?=|tools/call|" + META + "," + CAPABILITIES,
                "-32602|2026-07-28|tools/list|-|tools/list|",
                "-32602|2026-07-28|tools/list|-|tools/list|" + META,
                "-32602|2026-07-28|tools/list|-|tools/list|" + CAPABILITIES,
                "-32602|2026-07-28|tools/list|-|tools/list|" + META
                        + ",'io.modelcontextprotocol/clientCapabilities':[]",
                "-32602|2027-01-01|tools/list|-|tools/list|'progressToken':1",
                "-32602|-|tools/list|-|tools/list|'io.modelcontextprotocol/protocolVersion':1," + CAPABILITIES,
                "-32022|2030-01-01|tools/list|-|tools/list|'io.modelcontextprotocol/protocolVersion':'2030-01-01',"
                        + CAPABILITIES,
                "-32022|2025-11-25|tools/list|-|tools/list|'io.modelcontextprotocol/protocolVersion':'2025-11-25',"
                        + CAPABILITIES,
                "-32022|2024-11-05|-|-|tools/list|'progressToken':1",
                "-32022|latest|-|-|tools/list|'progressToken':1"
            })
    void headers_and_metadata_that_are_missing_or_disagree_are_a_400(
            int code, String version, String methodHeader, String nameHeader, String method, String meta) {
        TestRequest request = ALICE.post();
        header("MCP-Protocol-Version", version, request);
        header("Mcp-Method", methodHeader, request);
        header("Mcp-Name", nameHeader, request);
        String params = "'name':'fetch','arguments':{'id':'x'},'_meta':{" + (meta == null ? "" : meta) + "}";

        JsonNode error = error(
                400,
                code,
                request.json(McpClient.request(method, params).replace('\'', '"'))
                        .send());
        assertEquals(7, error.path("id").intValue());
        assertEquals(code == -32022, error.at("/error/data/supported").isArray());
    }

    private static void header(String name, String value, TestRequest request) {
        if (value != null) {
            request.header(name, value);
        }
    }

    @Test
    void a_repeated_header_is_a_400() {
        TestRequest request = ALICE.post()
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/list");

        error(
                400,
                -32020,
                request.json(McpClient.perRequestBody("tools/list", "").replace('\'', '"'))
                        .send());
    }

    @Test
    void a_request_without_an_id_is_a_notification_and_calls_nothing() {
        ALICE.post("{'jsonrpc':'2.0','method':'tools/call','params':{'name':'search','arguments':{'query':'x'}}}")
                .is(202);
    }

    @Test
    void a_body_of_another_type_is_a_415() {
        ALICE.post()
                .body("text/plain", "{}".getBytes(StandardCharsets.UTF_8))
                .send()
                .isProblem(415, "unsupported_media_type");
    }

    @Test
    void a_body_over_64_kib_is_a_413() {
        ALICE.post().json("{\"a\":\"" + "x".repeat(64 * 1024) + "\"}").send().isProblem(413, "content_too_large");
    }

    @Test
    void a_store_that_is_down_is_a_503_with_an_internal_error() {
        API.store().beforeEveryCall(() -> {
            throw new StoreUnavailable("away");
        });
        JsonNode error = error(503, -32603, ALICE.afterHandshake("tools/call", "'name':'list_sources'"));

        assertEquals(7, error.path("id").intValue());
        assertFalse(error.toString().contains("away"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example",
        "http://evil.example:%d",
        "http://localhost:1",
        "http://localhost",
        "null",
        "http://127.0.0.1.evil.example:%d",
        "http://localhost:%d/",
        "http://x@localhost:%d"
    })
    void a_page_of_another_origin_is_refused_whatever_its_token(String origin) {
        for (String token : List.of(McpClient.ALICE, "nobody")) {
            API.call("POST", "/mcp")
                    .as(token)
                    .header("Origin", origin.formatted(API.port()))
                    .json("{}")
                    .send()
                    .isProblem(403, "foreign_origin");
        }
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:%d", "http://127.0.0.1:%d", "http://[::1]:%d"})
    void a_page_of_the_listener_on_loopback_is_served(String origin) {
        ALICE.post()
                .header("Origin", origin.formatted(API.port()))
                .json("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}")
                .send()
                .is(200);
    }
}
