package io.omnibridge.adapters.providers.connectors.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.use.ApiRequest;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * {@code assistant.search.context}, with granular scopes. By keywords alone: what a query means otherwise is for a model of Slack's to
 * guess.
 *
 * @param channelTypes the types of channels that the scopes open, at least one
 */
record ContextSearch(List<String> channelTypes) implements SlackSearch {

    private static final int MAX_LIMIT = 20;

    @Override
    public ReadPlan<SourcePage> plan(String words, SourceQuery query) {
        ObjectNode body = body(words, Math.min(query.limit(), MAX_LIMIT));
        query.cursor().ifPresent(cursor -> body.put("cursor", cursor));
        return SlackResponses.read(
                post(body),
                found -> new ReadPlan.Done<>(new SourcePage(
                        SlackMessage.items(messages(found)),
                        ResponseFields.text(found, "/response_metadata/next_cursor"),
                        false)));
    }

    private ObjectNode body(String query, int limit) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("query", query)
                .put("limit", limit)
                .put("disable_semantic_search", true);
        body.putArray("content_types").add("messages");
        channelTypes.forEach(body.putArray("channel_types")::add);
        return body;
    }

    private static ApiRequest post(ObjectNode body) {
        return ApiReads.of("/api/assistant.search.context").post(body.toString());
    }

    private static List<SlackMessage> messages(JsonNode found) {
        return StreamSupport.stream(found.at("/results/messages").spliterator(), false)
                .flatMap(message -> SlackMessage.ofContext(message).stream())
                .toList();
    }

    @Override
    public List<ApiRequest> around(SlackId id) {
        long second = id.time().getEpochSecond();
        return List.of(post(body("in:<#" + id.channel() + ">", MAX_LIMIT)
                .put("after", second - 1)
                .put("before", second + 2)));
    }

    @Override
    public ReadPlan<List<SlackMessage>> messages(ReadResult result) {
        return SlackResponses.ok(result, found -> new ReadPlan.Done<>(messages(found)));
    }
}
