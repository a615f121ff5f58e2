package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Invented pages as Notion's API gives them: a search over titles, a page, and its content as Markdown. */
final class DemoNotion implements DemoArea {

    private static final Pattern PAGE = Pattern.compile("/pages/([^/]+)(/markdown)?");
    private static final int MAX_PAGE = 100;

    private final List<JsonNode> pages = DemoResources.array("pages.json");

    @Override
    public Optional<DemoResponse> respond(DemoCall call) {
        if (call.method().equals("POST") && call.path().equals("/search")) {
            return Optional.of(DemoResponse.ok(search(call.body())));
        }
        return call.match(PAGE)
                .flatMap(path -> find(path.group(1))
                        .map(it -> DemoResponse.ok(
                                path.group(2) == null ? describe(it, DemoResponse.object()) : markdown(it))));
    }

    private Optional<JsonNode> find(String id) {
        return pages.stream().filter(it -> it.path("id").asText().equals(id)).findFirst();
    }

    private ObjectNode search(JsonNode body) {
        List<String> words = List.of(body.path("query").asText().split("\\s+", -1));
        List<JsonNode> found = pages.stream()
                .filter(it -> DemoCall.hasAll(it.path("title").asText(), words))
                .toList();
        int offset = body.path("start_cursor").asInt(0);
        int size = body.path("page_size").asInt(MAX_PAGE);
        boolean hasMore = found.size() > offset + size;
        ObjectNode response = DemoResponse.object().put("object", "list").put("has_more", hasMore);
        ArrayNode results = response.putArray("results");
        found.stream().skip(offset).limit(size).forEach(it -> describe(it, results.addObject()));
        return hasMore ? response.put("next_cursor", Integer.toString(offset + size)) : response.putNull("next_cursor");
    }

    private static ObjectNode describe(JsonNode page, ObjectNode json) {
        json.put("object", "page")
                .put("id", page.path("id").asText())
                .put("url", "https://notion.example/" + page.path("id").asText())
                .put("last_edited_time", page.path("edited").asText())
                .put("in_trash", false);
        json.putObject("last_edited_by")
                .put("object", "user")
                .put("id", "demo")
                .put("name", page.path("by").asText());
        json.putObject("properties")
                .putObject("Name")
                .put("type", "title")
                .putArray("title")
                .addObject()
                .put("type", "text")
                .put("plain_text", page.path("title").asText());
        return json;
    }

    private static ObjectNode markdown(JsonNode page) {
        return DemoResponse.object()
                .put("object", "page_markdown")
                .put("id", page.path("id").asText())
                .put("markdown", page.path("text").asText())
                .put("truncated", false);
    }
}
