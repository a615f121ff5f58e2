package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * API of the demo provider, which takes access tokens such as {@code demo-access-token-of-alice}: {@code GET /me} tells the
 * account's id, {@code GET /v1/messages} searches and pages, {@code GET /v1/messages/{id}} shows one message. Thread-safe.
 */
final class DemoApi {

    static final String NOTICE = "OmniBridge demo, invented data";

    private static final Pattern AUTHORIZATION =
            Pattern.compile("Bearer demo-access-token-of-([A-Za-z0-9][A-Za-z0-9._-]{0,63})");
    private static final String MESSAGES = "/v1/messages";

    private final URI url;
    private final DemoMessages messages;

    /** @param url the base URL of the server, for links to next pages */
    DemoApi(URI url, DemoMessages messages) {
        this.url = url;
        this.messages = messages;
    }

    /** A response with a JSON body. */
    record Answer(int status, ObjectNode body) {}

    /** @param authorization the header of the request */
    Answer answer(String method, Optional<String> authorization, URI target) {
        if (!Set.of("GET", "HEAD").contains(method)) {
            return failed(405, "the demo is read-only");
        }
        Matcher account = AUTHORIZATION.matcher(authorization.orElse(""));
        return account.matches()
                ? read(account.group(1), target)
                : failed(401, "the access token must look like demo-access-token-of-alice");
    }

    private Answer read(String account, URI target) {
        String path = target.getPath();
        if (path.equals("/me")) {
            return new Answer(200, json().put("id", account));
        }
        if (path.equals(MESSAGES)) {
            return list(DemoQuery.of(target));
        }
        Optional<DemoMessages.Message> message = path.startsWith(MESSAGES + "/")
                ? messages.find(path.substring(MESSAGES.length() + 1))
                : Optional.empty();
        return message.map(it ->
                        new Answer(200, describe(it, json()).put("to", account).put("text", it.text())))
                .orElseGet(() -> failed(404, "there is no such message or path"));
    }

    private Answer list(DemoQuery query) {
        if (!query.isValid()) {
            return failed(400, "limit must be 1 to " + DemoQuery.MAX_LIMIT + ", and page a number from 1");
        }
        List<DemoMessages.Message> found = messages.search(query.words());
        boolean hasMore = found.size() > query.offset() + query.limit();
        ObjectNode body = json();
        ArrayNode page = body.putArray("messages");
        found.stream().skip(query.offset()).limit(query.limit()).forEach(it -> describe(it, page.addObject()));
        return new Answer(200, hasMore ? body.put("next", url + MESSAGES + query.next()) : body.putNull("next"));
    }

    private static ObjectNode describe(DemoMessages.Message message, ObjectNode json) {
        return json.put("id", message.id())
                .put("from", message.from())
                .put("date", message.date())
                .put("subject", message.subject());
    }

    private static Answer failed(int status, String error) {
        return new Answer(status, json().put("error", error));
    }

    private static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("notice", NOTICE);
    }
}
