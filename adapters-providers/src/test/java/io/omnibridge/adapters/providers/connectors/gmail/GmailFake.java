package io.omnibridge.adapters.providers.connectors.gmail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.adapters.providers.testing.StrictApis;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gmail API with mails. A list has ids alone; a mail has the headers that are asked for, or its parts. */
final class GmailFake extends ProviderFake {

    private static final String MESSAGES = "/gmail/v1/users/me/messages";

    private volatile JsonNode payload = MailJson.multipart(
            "alternative",
            MailJson.part("text/plain; charset=UTF-8", "In plain text."),
            MailJson.part("text/html; charset=UTF-8", "<p>The <b>plan</b></p><div style=display:none>hidden</div>"));

    GmailFake() {
        super(StrictApis.google());
        api().serve("GET", MESSAGES, this::list).serve("GET", MESSAGES + "/{id}", this::get);
    }

    @Override
    public String id(int number) {
        return "18c" + String.format("%013x", number);
    }

    /** Gives all mails these parts. */
    void parts(JsonNode root) {
        payload = root;
    }

    private ApiReply list(RecordedRequest request) {
        note(GmailGrammar.words(request.parameter("q").orElseThrow()));
        Numbers page = page(
                request.parameter("pageToken"),
                Integer.parseInt(request.parameter("maxResults").orElse("100")));
        ObjectNode list = JsonNodeFactory.instance
                .objectNode()
                .put("resultSizeEstimate", page.items().size());
        page.next().ifPresent(it -> list.put("nextPageToken", it));
        page.items()
                .forEach(it ->
                        list.withArray("messages").addObject().put("id", id(it)).put("threadId", id(it)));
        return ApiReply.json(list.toString());
    }

    private ApiReply get(RecordedRequest request) {
        int number = number(request.segment(-1));
        if (number == 0) {
            return ApiReply.json(404, "{\"error\":{\"code\":404,\"errors\":[{\"reason\":\"notFound\"}]}}");
        }
        String format = request.parameter("format").orElseThrow();
        if (!List.of("metadata", "full").contains(format)) {
            throw new AssertionError("format " + format);
        }
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("id", id(number))
                .put("threadId", id(number))
                .put("snippet", "We don&#39;t &amp; won&#39;t &zwnj;stop")
                .put("sizeEstimate", 4_000)
                .put("internalDate", "1764240000123");
        ObjectNode root = format.equals("full") ? payload.deepCopy() : MailJson.headers();
        message.set("payload", root);
        Optional<List<String>> asked =
                format.equals("full") ? Optional.empty() : Optional.of(request.parameters("metadataHeaders"));
        Map.of(
                        "Subject",
                        title(number),
                        "From",
                        "Ada Lovelace <ada@example.org>",
                        "Message-Id",
                        "<plan-" + number + "@mail.example.org>",
                        "Received",
                        "by mail.example.org")
                .forEach((name, value) -> {
                    if (asked.isEmpty() || asked.get().stream().anyMatch(name::equalsIgnoreCase)) {
                        root.withArray("headers").addObject().put("name", name).put("value", value);
                    }
                });
        return ApiReply.json(message.toString());
    }
}
