package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The messages by an API of the demo's own: a search with links to next pages, and one message.
 *
 * @param url the base URL of the server, for links to next pages
 */
record DemoMailbox(URI url, DemoMessages messages) implements DemoArea {

    private static final String MESSAGES = "/v1/messages";

    @Override
    public Optional<DemoResponse> respond(DemoCall call) {
        if (call.path().isEmpty()) {
            return Optional.of(list(DemoQuery.of(call)));
        }
        return messages.find(call.path().substring(1))
                .map(it -> DemoResponse.ok(describe(it, DemoResponse.object())
                        .put("to", call.account())
                        .put("text", it.text())));
    }

    private DemoResponse list(DemoQuery query) {
        if (!query.isValid()) {
            return DemoResponse.failed(400, "limit must be 1 to " + DemoQuery.MAX_LIMIT + ", and page a number from 1");
        }
        List<DemoMessage> found = messages.search(List.of(query.words().split("\\s+", -1)));
        boolean hasMore = found.size() > query.offset() + query.limit();
        ObjectNode body = DemoResponse.object();
        ArrayNode page = body.putArray("messages");
        found.stream().skip(query.offset()).limit(query.limit()).forEach(it -> describe(it, page.addObject()));
        return DemoResponse.ok(hasMore ? body.put("next", url + MESSAGES + query.next()) : body.putNull("next"));
    }

    private static ObjectNode describe(DemoMessage message, ObjectNode json) {
        return json.put("id", message.id())
                .put("from", message.from())
                .put("date", message.date())
                .put("subject", message.subject());
    }
}
