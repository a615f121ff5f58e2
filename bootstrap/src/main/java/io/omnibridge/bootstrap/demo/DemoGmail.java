package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The messages as Gmail's API gives them: a search for ids, and a message with its headers, or with its text too. */
final class DemoGmail implements DemoArea {

    private static final String MESSAGES = "/users/me/messages";

    private final DemoMessages messages;

    DemoGmail(DemoMessages messages) {
        this.messages = messages;
    }

    @Override
    public Optional<DemoResponse> respond(DemoCall call) {
        if (call.path().equals(MESSAGES)) {
            return Optional.of(DemoResponse.ok(list(call)));
        }
        return call.path().startsWith(MESSAGES + "/")
                ? messages.find(call.path().substring(MESSAGES.length() + 1))
                        .map(it -> DemoResponse.ok(
                                message(it, call.parameter("format").equals("full"))))
                : Optional.empty();
    }

    private ObjectNode list(DemoCall call) {
        List<DemoMessage> found = messages.search(DemoCall.words(call.parameter("q")));
        int offset = call.number("pageToken", 0);
        int size = Math.max(1, call.number("maxResults", 10));
        ObjectNode list = DemoResponse.object();
        ArrayNode page = list.putArray("messages");
        found.stream()
                .skip(offset)
                .limit(size)
                .forEach(it -> page.addObject().put("id", it.id()).put("threadId", it.id()));
        if (found.size() > offset + size) {
            list.put("nextPageToken", Integer.toString(offset + size));
        }
        return list.put("resultSizeEstimate", found.size());
    }

    private static ObjectNode message(DemoMessage message, boolean isFull) {
        ObjectNode json = DemoResponse.object()
                .put("id", message.id())
                .put("threadId", message.id())
                .put("snippet", message.text())
                .put("internalDate", Long.toString(Instant.parse(message.date()).toEpochMilli()));
        ObjectNode payload = json.putObject("payload").put("mimeType", "text/plain");
        ArrayNode headers = payload.putArray("headers");
        header(headers, "Subject", message.subject());
        header(headers, "From", message.from());
        header(headers, "Message-ID", "<" + message.id() + "@demo.example>");
        header(headers, "Content-Type", "text/plain; charset=UTF-8");
        if (isFull) {
            byte[] text = message.text().getBytes(StandardCharsets.UTF_8);
            payload.putObject("body")
                    .put("size", text.length)
                    .put("data", Base64.getUrlEncoder().encodeToString(text));
        }
        return json;
    }

    private static void header(ArrayNode headers, String name, String value) {
        headers.addObject().put("name", name).put("value", value);
    }
}
