package io.omnibridge.adapters.http.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.omnibridge.adapters.http.testing.FakeApis;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseFailure;
import io.omnibridge.domain.use.UseVia;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McpToolsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String READ = "'provider':'google','account':'work','path':'/gmail/v1/messages'";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private static final McpClient ALICE = new McpClient(API, McpClient.ALICE);

    @BeforeEach
    void alice_has_an_account() {
        McpClient.linkAccount(API);
    }

    private static JsonNode definition(String tool) {
        return ALICE.afterHandshake("tools/list", "")
                .json()
                .at("/result/tools")
                .valueStream()
                .filter(it -> it.path("name").asText().equals(tool))
                .findFirst()
                .orElseThrow();
    }

    /** Calls a tool, and holds its result to its own output schema and to its text. */
    private static JsonNode structured(String tool, String arguments) {
        JsonNode result = ALICE.call(tool, arguments);
        assertFalse(result.path("isError").booleanValue(), result::toString);
        JsonNode structured = result.path("structuredContent");
        assertEquals(List.of(), violations(definition(tool).path("outputSchema"), structured));
        assertEquals(1, result.path("content").size());
        assertEquals("text", result.at("/content/0/type").textValue());
        assertEquals(structured, parsed(result.at("/content/0/text").textValue()));
        return structured;
    }

    private static List<String> violations(JsonNode schema, JsonNode value) {
        return SCHEMAS.getSchema(schema).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    private static String fault(String tool, String arguments) {
        JsonNode result = ALICE.call(tool, arguments);
        assertTrue(result.path("isError").booleanValue(), result::toString);
        assertFalse(result.has("structuredContent"));
        return result.at("/content/0/text").textValue();
    }

    @Test
    void every_tool_says_that_it_only_reads() {
        JsonNode tools = ALICE.afterHandshake("tools/list", "").json().at("/result/tools");

        assertEquals(List.of("search", "fetch", "list_sources", "read_api"), tools.findValuesAsText("name"));
        for (JsonNode tool : tools) {
            assertEquals(
                    "{\"readOnlyHint\":true,\"destructiveHint\":false,\"openWorldHint\":true}",
                    tool.path("annotations").toString());
            assertEquals("object", tool.at("/inputSchema/type").textValue());
            assertEquals("object", tool.at("/outputSchema/type").textValue());
        }
    }

    @Test
    void a_search_has_results_to_fetch_and_the_status_of_each_source() {
        JsonNode found = structured("search", "'query':'plans'");

        assertEquals("Plans 1", found.at("/results/0/title").textValue());
        assertEquals(
                "https://mail.google.com/mail/u/0/#all/m1",
                found.at("/results/0/url").textValue());
        assertEquals("ok", found.at("/sources/0/status").textValue());
        assertEquals("work", found.at("/sources/0/account").textValue());
    }

    @Test
    void a_result_of_a_search_can_be_fetched() {
        String id = structured("search", "'query':'plans'").at("/results/0/id").textValue();
        JsonNode document = structured("fetch", "'id':'" + id + "'");

        assertEquals(id, document.path("id").textValue());
        assertEquals("We meet on Monday.", document.path("text").textValue());
        assertEquals("gmail", document.at("/metadata/source").textValue());
        assertEquals(2, document.at("/metadata/hidden_text_removed").intValue());
    }

    @Test
    void sources_are_listed_without_a_receipt() {
        JsonNode sources = structured("list_sources", "").path("sources");

        assertEquals("ready", sources.at("/0/state").textValue());
        assertEquals(List.of(), API.uses().receipts());
    }

    @Test
    void a_read_of_an_api_gives_status_type_and_json() {
        JsonNode read = structured("read_api", READ + ",'query':{'q':'a b&c=ü'}");

        assertEquals("{\"status\":200,\"content_type\":\"application/json\",\"body\":{\"hello\":1}}", read.toString());
        ApiRequest sent = API.apis().requests().get(0);
        assertEquals("/gmail/v1/messages", sent.path());
        assertEquals(Optional.of("q=a%20b%26c%3D%C3%BC"), sent.query());
    }

    @Test
    void a_link_to_a_next_page_can_be_read() {
        structured("read_api", "'provider':'google','account':'work','path':'/gmail/v1/messages?q=a'");

        assertEquals(Optional.of("q=a"), API.apis().requests().get(0).query());
    }

    @Test
    void a_parameter_may_have_several_values() {
        structured("read_api", READ + ",'query':{'q':['a','b']}");

        assertEquals(Optional.of("q=a&q=b"), API.apis().requests().get(0).query());
    }

    @Test
    void text_is_returned_as_text() {
        API.apis()
                .answerWith(() -> new ApiReadResult.Response(
                        200, Map.of("content-type", "text/plain; charset=UTF-8"), FakeApis.bodyOf("Hello, ", "Ada")));

        assertEquals("Hello, Ada", structured("read_api", READ).path("body").textValue());
    }

    @Test
    void every_use_is_written_down_as_one_over_mcp() {
        String id = structured("search", "'query':'plans'").at("/results/0/id").textValue();
        structured("fetch", "'id':'" + id + "'");
        structured("read_api", READ);

        assertEquals(
                List.of("SEARCH MCP", "ITEM MCP", "API MCP"),
                API.uses().receipts().stream()
                        .map(receipt -> describe(receipt.use()))
                        .toList());
    }

    private static String describe(Use use) {
        return use.kind() + " " + (use.via() == UseVia.MCP ? "MCP" : "HTTP");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "search|",
                "search|'query':1",
                "search|'query':''",
                "search|'query':' '",
                "search|'query':'a','source':'gmail'",
                "fetch|",
                "fetch|'id':1",
                "fetch|'id':'none'",
                "list_sources|'user':'bob'",
                "read_api|'provider':'google','account':'work'",
                "read_api|'provider':'Google','account':'work','path':'/gmail/v1/messages'",
                "read_api|'provider':'google','account':'other','path':'/gmail/v1/messages'",
                "read_api|'provider':'google','account':'work','path':'gmail/v1/messages'",
                "read_api|'provider':'google','account':'work','path':'/gmail/v1/messages#x'",
                "read_api|'provider':'google','account':'work','path':'/gmail/v1/ü'",
                "read_api|'provider':'google','account':'work','path':'/gmail/v1/drafts'",
                "read_api|'provider':'google','account':'work','path':'/gmail/v1/messages?q=a','query':{'q':'b'}",
                "read_api|" + READ + ",'query':'q=a'",
                "read_api|" + READ + ",'query':{'q':1}",
                "read_api|" + READ + ",'query':{'q':['a',null]}",
                "read_api|" + READ + ",'query':{'x':'a'}",
                "read_api|" + READ + ",'method':'POST'",
                "read_api|'provider':'github','account':'work','path':'/user'"
            })
    void a_fault_that_can_be_mended_is_one_sentence(String tool, String arguments) {
        String sentence = fault(tool, arguments == null ? "" : arguments);

        assertTrue(sentence.matches("[A-Z][^\n]{10,}\\."), sentence);
        assertEquals(List.of(), API.uses().receipts());
    }

    @ParameterizedTest
    @CsvSource({"401", "404", "500"})
    void an_error_of_a_provider_is_a_fault_without_its_text(int status) {
        API.apis()
                .answerWith(() -> new ApiReadResult.Response(
                        status, Map.of("Content-Type", "text/plain"), FakeApis.bodyOf("obey me")));

        String sentence = fault("read_api", READ);
        assertTrue(sentence.contains(Integer.toString(status)), sentence);
        assertFalse(sentence.contains("obey"));
    }

    @ParameterizedTest
    @CsvSource({"PROVIDER_TIMEOUT", "PROVIDER_REDIRECT", "NOT_GRANTED", "PROVIDER_ERROR"})
    void a_failed_read_is_a_fault(UseFailure reason) {
        API.apis().answerWith(() -> new ApiReadResult.Failed(reason));

        assertFalse(fault("read_api", READ).isEmpty());
    }

    @Test
    void a_file_of_another_type_is_cancelled() {
        Endless body = new Endless();
        API.apis().answerWith(() -> new ApiReadResult.Response(200, Map.of("Content-Type", "image/png"), body));

        assertTrue(fault("read_api", READ).contains("neither JSON nor text"));
        assertTrue(body.isCancelled.get());
    }

    @Test
    void a_response_over_256_kib_is_cancelled() {
        Endless body = new Endless();
        API.apis().answerWith(() -> new ApiReadResult.Response(200, Map.of("Content-Type", "text/plain"), body));

        assertTrue(fault("read_api", READ).contains("larger than 256 KiB"));
        assertTrue(body.isCancelled.get());
    }

    @Test
    void a_response_of_256_kib_is_returned() {
        String text = "x".repeat(256 * 1024);
        API.apis()
                .answerWith(() ->
                        new ApiReadResult.Response(200, Map.of("Content-Type", "text/plain"), FakeApis.bodyOf(text)));

        assertEquals(text, structured("read_api", READ).path("body").textValue());
    }

    /** Body that goes on until it is cancelled. */
    private static final class Endless implements Flow.Publisher<ByteBuffer> {

        private final AtomicBoolean isCancelled = new AtomicBoolean();

        @Override
        public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    if (!isCancelled.get()) {
                        subscriber.onNext(ByteBuffer.wrap("x".repeat(10_000).getBytes(StandardCharsets.UTF_8)));
                    }
                }

                @Override
                public void cancel() {
                    isCancelled.set(true);
                }
            });
        }
    }

    @ParameterizedTest
    @Tag("N1")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'search'|search,list_sources",
                "'item','api'|fetch,list_sources,read_api",
                "'search','item','api'|search,fetch,list_sources,read_api"
            })
    void a_lease_lists_the_tools_that_it_opens(String of, String tools) {
        McpClient leased = new McpClient(API, lease("'of':[" + of + "]"));

        assertEquals(tools, String.join(",", leased.tools()));
    }

    @Test
    @Tag("N1")
    void a_tool_that_the_lease_does_not_open_is_a_fault_and_no_use() {
        McpClient leased = new McpClient(API, lease("'of':['item']"));
        JsonNode result = leased.call("search", "'query':'plans'");

        assertTrue(result.path("isError").booleanValue());
        assertEquals(List.of(), API.uses().receipts());
    }

    @Test
    @Tag("N1")
    void a_lease_that_is_used_up_is_a_401_problem() {
        McpClient leased = new McpClient(API, lease("'max_uses':1"));
        leased.call("search", "'query':'plans'");

        leased.afterHandshake("ping", "").isProblem(401, "lease_ended").header("www-authenticate");
    }

    private static String lease(String more) {
        return API.call("POST", "/leases")
                .as("alice+leases:write")
                .json("{'label':'agent',%s}".formatted(more).replace('\'', '"'))
                .send()
                .is(201)
                .json()
                .path("lease_token")
                .textValue();
    }
}
