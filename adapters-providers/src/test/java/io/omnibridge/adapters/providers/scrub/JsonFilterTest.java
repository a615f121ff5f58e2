package io.omnibridge.adapters.providers.scrub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.adapters.providers.reads.FieldPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F13")
class JsonFilterTest {

    private static final String SIGNED = "https://s3.example/f?X-Amz-Signature=c0ffee";

    private static JsonRules rules(String... removed) {
        return new JsonRules(
                Arrays.stream(removed)
                        .map(it -> FieldPath.parse(it).orElseThrow())
                        .toList(),
                Set.of("next"),
                link -> link.startsWith("/ours") ? Optional.of("/api" + link) : Optional.empty());
    }

    private static String filtered(String json, String... removed) throws UnreadableResponse {
        return filtered(new JsonFilter(rules(removed)), json, new Random(1));
    }

    private static String filtered(JsonFilter filter, String json, Random random) throws UnreadableResponse {
        byte[] bytes = TokenMaskerTest.filter(filter, json.getBytes(StandardCharsets.UTF_8), random);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "0",
                "-1.5E+10",
                "\"a\"",
                " [ 1 , \"b\" ] \n",
                "{ \"a\" : { } , \"b\" : [ ] }",
                "{\"a\":\"\\u00e9\\n\\\"\\\\\\/\u00e9\ud83d\ude00\"}",
                "[\"https://example.org/?q=1#f\",\"/a\",\"h\",\"\"]",
                "{\"a\":1,\"a\":2}",
                "{\"\":true,\"https://a.example\":false}",
                "[\"http: a text\",\"JavaScript: The Good Parts\"]"
            })
    void what_is_not_dropped_stays_byte_for_byte(String json) throws Exception {
        assertEquals(json, filtered(json));
    }

    @Test
    void fields_are_dropped_by_their_place() throws Exception {
        assertEquals("{\"b\":2}", filtered("{\"a\":1,\"b\":2}", "/a"));
        assertEquals(
                "{ \"a\":1 }",
                filtered("{ \"a\":1 , \"b\":{\"c\":[1,2]}}", "/b").replace("}", " }"));
        assertEquals("{}", filtered("{\"a\":{\"a\":[{}]}}", "/a"));
        assertEquals(
                "{\"files\":[{\"id\":1},{\"id\":2,\"c\":3}],\"thumbnailLink\":4}",
                filtered(
                        "{\"files\":[{\"id\":1,\"thumbnailLink\":\"x\"},{\"thumbnailLink\":[],\"id\":2,\"c\":3}],\"thumbnailLink\":4}",
                        "/files/*/thumbnailLink"));
        assertEquals("[1,3]", filtered("[1,2,3]", "/1"));
        assertEquals("{\"b\":2}", filtered("{\"\\u0061\":1,\"b\":2}", "/a"));
    }

    @Test
    void fields_are_dropped_by_their_name_at_any_depth() throws Exception {
        assertEquals(
                "{\"b\":[{\"c\":{}},[[{\"d\":\"a\"}]]],\"**\":{}}",
                filtered(
                        "{\"a\":1,\"b\":[{\"a\":[{\"a\":2}],\"c\":{\"a\":{}}},[[{\"d\":\"a\",\"\\u0061\":3}]]],\"**\":{\"a\":4}}",
                        "/**/a"));
        assertEquals("[\"a\",[0]]", filtered("[\"a\",[0]]", "/**/0"));
        for (String malformed : new String[] {"/**", "/**/*", "/**/a/b", "/a/**", "/a/**/b", "/**/**"}) {
            assertEquals(Optional.empty(), FieldPath.parse(malformed), malformed);
        }
        assertEquals("{\"a\":{\"x\":1}}", filtered("{\"a\":{\"x\":1,\"b\":{\"c\":1}}}", "/a/b", "/c/d/e"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SIGNED,
                "https://storage.example/f?X-Goog-Signature=1",
                "https://a.blob.example/f?sv=1&sig=abc",
                "https://x.sharepoint.com/f?tempauth=v1",
                "https://files.example/f?token=1",
                "https://files.example/f?access_token=1",
                "https://files.example/f?ACCESS_TOKEN=1",
                "https://files.example/f?a=1#access_token=1",
                "https://files.example/f?%73ig=1",
                "https://files.example/f?a=1&amp;sig=1",
                "https://files.example/?next=https%3A%2F%2Fa.example%2F%3Fsig%3D1",
                " https://files.example/f?sig=1",
                "HTTPS://files.example/f?sig=1",
                "//files.example/f?sig=1",
                "/download?sig=1",
                "https:\\/\\/files.example\\/f?sig=1",
                "\\u0068ttps://files.example/f\\u003fsi\\u0067\\u003d1",
                "javascript:alert(1)",
                "JavaScript:alert(1)"
            })
    @Tag("F7")
    void a_url_that_grants_access_is_dropped_at_any_depth(String url) throws Exception {
        assertEquals("{\"a\":1}", filtered("{\"u\":\"" + url + "\",\"a\":1}"));
        assertEquals("{\"a\":1}", filtered("{\"a\":1,\"u\":\"" + url + "\"}"));
        assertEquals("[[1],[]]", filtered("[[1,\"" + url + "\"],[\"" + url + "\"]]"));
        assertEquals("null", filtered("\"" + url + "\""));
        assertEquals("{}", filtered("{\"" + url + "\":1}"));
        assertEquals("{\"a\":[{\"b\":{}}]}", filtered("{\"a\":[{\"b\":{\"u\":\"" + url + "\"}}]}"));
    }

    @Test
    void a_signature_inside_of_a_text_is_masked() throws Exception {
        assertEquals(
                "{\"m\":\"see ![](https://a.example/f?x=1&X-Amz-Signature=******) now\"}",
                filtered("{\"m\":\"see ![](https://a.example/f?x=1&X-Amz-Signature=c0ffee) now\"}"));
        assertEquals(
                "[\"https://a.example/?sig=*** and more &token=\"]",
                filtered("[\"https://a.example/?sig=abc and more &token=\"]"));
        assertEquals("[\"a &sig=******\"]", filtered("[\"a &sig=\\u0041\"]"));
    }

    @Test
    void content_in_base64_passes_also_if_it_begins_with_a_slash() throws Exception {
        String json = "{\"contentBytes\":\"/9j/" + "4AAQSkZJ".repeat(10_000) + "=\"}";

        assertEquals(json, filtered(json));
    }

    @Test
    void a_link_is_rewritten_or_dropped() throws Exception {
        assertEquals("{\"next\":\"/api/ours\"}", filtered("{\"next\":\"/ours\"}"));
        assertEquals("{\"a\":1}", filtered("{\"next\":\"https://elsewhere.example\",\"a\":1}"));
    }

    @Test
    void a_text_that_may_be_a_url_and_is_too_long_to_hold_is_dropped() throws Exception {
        String url = "https://a.example/" + "x".repeat(20_000);

        assertEquals("[1]", filtered("[\"" + url + "\",1]"));
        assertEquals(
                "[\"" + url.replace("https", "about") + "\"]", filtered("[\"" + url.replace("https", "about") + "\"]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[1",
                "[1,]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "[1 2]",
                "tru",
                "01",
                "1.",
                "+1",
                "[\"a]",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\n\"",
                "[}",
                "{]",
                "1 1",
                "{}{}",
                "[,1]",
                "{\"a\" 1}",
                "NaN",
                "'a'",
                "<html>"
            })
    void what_is_no_json_is_an_error(String json) {
        assertThrows(UnreadableResponse.class, () -> filtered(json));
    }

    @Test
    void depth_names_and_numbers_are_bounded() {
        for (String json : List.of(
                "[".repeat(100_000), "{\"" + "a".repeat(100_000) + "\":1}", "1".repeat(5_000), " ".repeat(200_000))) {
            assertThrows(UnreadableResponse.class, () -> filtered(json));
        }
    }

    @Property
    @net.jqwik.api.Tag("F13")
    void what_comes_out_is_the_document_without_what_is_dropped(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode document = RandomJson.document(random, SIGNED);
        String written = random.nextBoolean()
                ? mapper.writeValueAsString(document)
                : mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document);
        JsonFilter filter = new JsonFilter(rules("/removed", "/*/removed"));

        String filtered = filtered(filter, written, random);

        assertEquals(RandomJson.expected(document, SIGNED, 0), mapper.readTree(filtered));
        assertTrue(filtered.length() <= written.length());
    }
}
