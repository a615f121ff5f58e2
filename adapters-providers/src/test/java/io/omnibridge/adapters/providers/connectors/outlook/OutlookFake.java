package io.omnibridge.adapters.providers.connectors.outlook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.adapters.providers.testing.StrictApis;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Mail of Microsoft Graph. It gives the fields that are asked for, and names the next page by a URL, as Graph does. */
final class OutlookFake extends ProviderFake {

    private volatile String contentType = "html";
    private volatile String content = "<p>The <b>plan</b>.</p>";
    private volatile String from = "{\"name\":\"Ada Lovelace\",\"address\":\"ada@example.org\"}";
    private volatile boolean isPagedByNumber;
    private volatile Optional<String> nextLink = Optional.empty();

    OutlookFake() {
        super(StrictApis.microsoft());
        api().serve("GET", "/v1.0/me/messages", this::list).serve("GET", "/v1.0/me/messages/{id}", this::get);
    }

    @Override
    public String id(int number) {
        return "AAMkAD_" + number + "-x=";
    }

    void write(String type, String text) {
        contentType = type;
        content = text;
    }

    void from(String emailAddress) {
        from = emailAddress;
    }

    /** Names the next page by {@code $skip}, as Graph does for lists of other kinds. */
    void pageByNumber() {
        isPagedByNumber = true;
    }

    /** Names another URL as that of the next page. */
    void link(String url) {
        nextLink = Optional.of(url);
    }

    private ApiReply list(RecordedRequest request) {
        String search = request.parameter("$search").orElseThrow();
        note(KqlGrammar.words(search));
        if (request.parameter("$filter").isPresent()
                || request.parameter("$orderby").isPresent()) {
            throw new AssertionError("$search stands alone");
        }
        int top = Integer.parseInt(request.parameter("$top").orElseThrow());
        if (isPagedByNumber) {
            return byNumber(request, search, top);
        }
        Numbers page = page(request.parameter("$skiptoken"), top);
        return reply(request, page.items(), page.next().map(it -> link(search, "$skiptoken", it)));
    }

    private ApiReply byNumber(RecordedRequest request, String search, int top) {
        int skip = Integer.parseInt(request.parameter("$skip").orElse("0"));
        List<Integer> items = page(skip, top);
        int to = skip + items.size();
        return reply(
                request,
                items,
                has(to + 1) ? Optional.of(link(search, "$skip", Integer.toString(to))) : Optional.empty());
    }

    private ApiReply reply(RecordedRequest request, List<Integer> items, Optional<String> next) {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("@odata.context", api().url() + "/v1.0/$metadata");
        ArrayNode value = list.putArray("value");
        items.forEach(it -> value.add(message(it, request.parameter("$select").orElseThrow())));
        nextLink.or(() -> next).ifPresent(it -> list.put("@odata.nextLink", it));
        return ApiReply.json(list.toString());
    }

    private String link(String search, String parameter, String next) {
        return api().url() + "/v1.0/me/messages?%24search=" + encoded(search) + "&" + parameter + "=" + encoded(next);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ApiReply get(RecordedRequest request) {
        int number = number(request.segment(-1));
        return number == 0
                ? ApiReply.json(404, "{\"error\":{\"code\":\"ErrorItemNotFound\",\"message\":\"Not found.\"}}")
                : ApiReply.json(message(number, request.parameter("$select").orElseThrow())
                        .toString());
    }

    private ObjectNode message(int number, String select) {
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("id", id(number))
                .put("subject", title(number))
                .put("bodyPreview", "The plan.")
                .put("receivedDateTime", "2026-11-20T10:00:00Z")
                .put("webLink", "https://outlook.office365.com/owa/?ItemID=" + number)
                .put("internetMessageId", "<" + number + "@example.org>");
        message.putObject("from").putRawValue("emailAddress", new RawValue(from));
        message.putObject("body").put("contentType", contentType).put("content", content);
        return message.retain(List.of(select.split(",")));
    }
}
