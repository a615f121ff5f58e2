package io.omnibridge.adapters.providers.connectors.notion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.adapters.providers.testing.StrictApis;
import io.omnibridge.adapters.support.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notion with pages, or with data sources in their place. Its search has no operators: all of a query is words. */
final class NotionFake extends ProviderFake {

    private static final Set<String> MEMBERS = Set.of("query", "page_size", "start_cursor", "filter", "sort");

    private volatile boolean hasDataSources;
    private volatile boolean isIncomplete;
    private volatile boolean isTrashed;
    private volatile String markdown = "# Goals\n\nThe plan.";
    private volatile boolean isTruncated;
    private volatile int unknownBlocks;

    NotionFake() {
        super(StrictApis.notion());
        api().serve("POST", "/v1/search", this::search)
                .serve("GET", "/v1/pages/{id}", it -> object(it, -1, false))
                .serve("GET", "/v1/data_sources/{id}", it -> object(it, -1, true))
                .serve("GET", "/v1/pages/{id}/markdown", this::markdown);
    }

    @Override
    public String id(int number) {
        return String.format("%08x-aaaa-4bbb-8ccc-0123456789ab", number);
    }

    void holdDataSources() {
        hasDataSources = true;
    }

    void searchIncompletely() {
        isIncomplete = true;
    }

    void trash() {
        isTrashed = true;
    }

    void write(String text, boolean isCut, int blocksLeftOut) {
        markdown = text;
        isTruncated = isCut;
        unknownBlocks = blocksLeftOut;
    }

    private ApiReply search(RecordedRequest request) {
        JsonNode body = StrictJson.readObject(request.body().getBytes(StandardCharsets.UTF_8));
        body.fieldNames().forEachRemaining(it -> {
            if (!MEMBERS.contains(it)) {
                throw new AssertionError("member " + it);
            }
        });
        note(List.of(body.path("query").textValue().split(" ")));
        int size = body.path("page_size").intValue();
        if (size < 1 || size > 100) {
            throw new AssertionError("page_size");
        }
        Numbers page = page(Optional.ofNullable(body.path("start_cursor").textValue()), size);
        ObjectNode list = JsonNodeFactory.instance
                .objectNode()
                .put("object", "list")
                .put("next_cursor", page.next().orElse(null))
                .put("has_more", page.next().isPresent())
                .put("type", "page_or_data_source");
        list.putObject("request_status").put("type", isIncomplete ? "incomplete" : "complete");
        ArrayNode results = list.putArray("results");
        page.items().forEach(it -> results.add(object(it)));
        return ApiReply.json(list.toString());
    }

    private ApiReply object(RecordedRequest request, int segment, boolean isForDataSources) {
        int number = number(request.segment(segment));
        return number == 0 || isForDataSources != hasDataSources
                ? ApiReply.json(404, "{\"object\":\"error\",\"status\":404,\"code\":\"object_not_found\"}")
                : ApiReply.json(object(number).toString());
    }

    private ObjectNode object(int number) {
        ObjectNode object = JsonNodeFactory.instance
                .objectNode()
                .put("object", hasDataSources ? "data_source" : "page")
                .put("id", id(number))
                .put("url", "https://www.notion.so/Plan-" + id(number).replace("-", ""))
                .put("last_edited_time", "2026-11-20T10:00:00.000Z")
                .put("in_trash", isTrashed);
        object.putObject("last_edited_by").put("object", "user").put("id", "u-1");
        object.putObject("icon").put("type", "emoji").put("emoji", "\ud83d\udcc8");
        if (hasDataSources) {
            title(object.putArray("title"), number);
            object.putObject("properties")
                    .putObject("Name")
                    .put("type", "title")
                    .putObject("title");
        } else {
            ObjectNode properties = object.putObject("properties");
            properties.putObject("Tags").put("type", "multi_select").putArray("multi_select");
            title(properties.putObject("What").put("type", "title").putArray("title"), number);
        }
        return object;
    }

    private void title(ArrayNode title, int number) {
        String text = title(number);
        int half = text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2);
        title.addObject().put("type", "text").put("plain_text", text.substring(0, half));
        title.addObject().put("type", "text").put("plain_text", text.substring(half));
    }

    private ApiReply markdown(RecordedRequest request) {
        if (number(request.segment(-2)) == 0 || hasDataSources) {
            return ApiReply.json(404, "{\"object\":\"error\",\"status\":404,\"code\":\"object_not_found\"}");
        }
        ObjectNode page = JsonNodeFactory.instance
                .objectNode()
                .put("object", "page_markdown")
                .put("id", request.segment(-2))
                .put("markdown", markdown)
                .put("truncated", isTruncated);
        ArrayNode unknown = page.putArray("unknown_block_ids");
        for (int i = 0; i < unknownBlocks; i++) {
            unknown.add(id(i));
        }
        return ApiReply.json(page.toString());
    }
}
