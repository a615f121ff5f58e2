package io.omnibridge.adapters.http.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.TestApi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Agents of users who have more sources than one search asks. */
class LeftOutSourcesTest {

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private static final McpClient ALICE = new McpClient(API, McpClient.ALICE);

    private static JsonNode search(int accounts) {
        for (int i = 0; i < accounts; i++) {
            API.linkReadable("google", Integer.toString(100 + i));
        }
        JsonNode result = ALICE.call("search", "'query':'plans'");
        assertFalse(result.path("isError").booleanValue(), result::toString);
        return result.path("structuredContent");
    }

    @Test
    void a_search_of_all_sources_has_no_warning() {
        assertEquals("[]", search(16).path("warnings").toString());
    }

    @Test
    void a_search_of_sixteen_of_eighteen_sources_names_the_other_two() {
        JsonNode found = search(18);

        assertEquals(16, found.path("sources").size());
        assertEquals(
                "One search asks at most 16 sources: those of the accounts that were used last. Not searched: gmail of"
                        + " google/116, gmail of google/117. A lease that opens only some accounts searches those.",
                found.at("/warnings/0").textValue());
    }

    @Test
    void a_warning_names_fifty_sources() {
        String warning = search(16 + 53).at("/warnings/0").textValue();

        assertTrue(warning.contains("gmail of google/165, and 3 more. A lease"), warning);
    }
}
