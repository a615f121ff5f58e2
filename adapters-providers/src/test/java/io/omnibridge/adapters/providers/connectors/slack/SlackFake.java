package io.omnibridge.adapters.providers.connectors.slack;

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
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Slack with one channel. A message has one reply. Besides searches for words it serves the two that look for a message by its
 * channel and time.
 */
final class SlackFake extends ProviderFake {

    private static final Set<String> MEMBERS = Set.of(
            "query", "limit", "cursor", "content_types", "channel_types", "disable_semantic_search", "after", "before");
    private static final Pattern AROUND = Pattern.compile("in:<#C0ENGINE> on:2026-11-(19|20|21)");

    private volatile Set<String> scopes = Set.of("history");
    private volatile boolean isHidden;
    private volatile boolean hasMore;
    private volatile List<String> channelTypes = List.of();

    SlackFake() {
        super(StrictApis.slack());
        api().serve("GET", "/api/search.messages", this::legacy)
                .serve("POST", "/api/assistant.search.context", this::context)
                .serve("GET", "/api/conversations.replies", this::replies)
                .serve("GET", "/api/chat.getPermalink", this::permalink);
    }

    @Override
    public String id(int number) {
        return "C0ENGINE:" + ts(number);
    }

    /** 20 November 2026, at 10 o'clock, and one minute later for each number. */
    private static String ts(int number) {
        return (1_795_168_800L + 60L * (number - 1)) + ".000100";
    }

    /** Refuses histories, as Slack does to a token without the scopes. */
    void refuseHistory() {
        scopes = Set.of();
    }

    /** Leaves the messages out of searches by channel and time, as Slack may of messages that stand close together. */
    void hideFromSearchesByTime() {
        isHidden = true;
    }

    void haveMoreReplies() {
        hasMore = true;
    }

    /** Returns the types of channels that the last search asked for. */
    List<String> channelTypes() {
        return channelTypes;
    }

    private ApiReply legacy(RecordedRequest request) {
        String query = request.parameter("query").orElseThrow();
        int count = Integer.parseInt(request.parameter("count").orElseThrow());
        int page = Integer.parseInt(request.parameter("page").orElse("1"));
        if (count > 100 || page > 100) {
            throw new AssertionError("count or page");
        }
        boolean isAround = AROUND.matcher(query).matches();
        if (!isAround) {
            note(SlackGrammar.words(query));
        }
        ObjectNode found = JsonNodeFactory.instance.objectNode().put("ok", true).put("query", query);
        ObjectNode messages = found.putObject("messages");
        ArrayNode matches = messages.putArray("matches");
        boolean isShown = !isAround || (query.endsWith("20") && !isHidden);
        if (isShown) {
            (isAround ? List.of(1) : page((page - 1) * count, count)).forEach(it -> matches.add(match(it)));
        }
        messages.putObject("paging")
                .put("count", count)
                .put("page", page)
                .put("pages", isAround ? 1 : (total() + count - 1) / count);
        return ApiReply.json(found.toString());
    }

    private int total() {
        int total = 0;
        while (has(total + 1)) {
            total++;
        }
        return total;
    }

    private ObjectNode match(int number) {
        ObjectNode match = JsonNodeFactory.instance
                .objectNode()
                .put("type", "message")
                .put("user", "U1")
                .put("username", "ada")
                .put("ts", ts(number))
                .put("text", title(number))
                .put("permalink", link(number));
        match.putObject("channel").put("id", "C0ENGINE").put("name", "engine");
        return match;
    }

    private static String link(int number) {
        return "https://analytical.slack.com/archives/C0ENGINE/p" + ts(number).replace(".", "");
    }

    private ApiReply context(RecordedRequest request) {
        JsonNode body = StrictJson.readObject(request.body().getBytes(StandardCharsets.UTF_8));
        body.fieldNames().forEachRemaining(it -> {
            if (!MEMBERS.contains(it)) {
                throw new AssertionError("member " + it);
            }
        });
        int limit = body.path("limit").intValue();
        if (limit < 1 || limit > 20 || !body.path("disable_semantic_search").booleanValue()) {
            throw new AssertionError("limit, or a search by meaning");
        }
        channelTypes = StreamSupport.stream(body.path("channel_types").spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
        ObjectNode found = JsonNodeFactory.instance.objectNode().put("ok", true);
        ArrayNode messages = found.putObject("results").putArray("messages");
        if (body.has("after")) {
            around(body).forEach(it -> messages.add(result(it)));
            return ApiReply.json(found.toString());
        }
        note(SlackGrammar.words(body.path("query").textValue()));
        Numbers page = page(Optional.ofNullable(body.path("cursor").textValue()), limit);
        page.items().forEach(it -> messages.add(result(it)));
        found.putObject("response_metadata").put("next_cursor", page.next().orElse(""));
        return ApiReply.json(found.toString());
    }

    private List<Integer> around(JsonNode body) {
        long second = 1_795_168_800L;
        boolean isMeant = body.path("query").textValue().equals("in:<#C0ENGINE>")
                && body.path("after").longValue() < second
                && body.path("before").longValue() > second;
        return isMeant && !isHidden ? List.of(1) : List.of();
    }

    private ObjectNode result(int number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("author_user_id", "U1")
                .put("author_name", "ada")
                .put("team_id", "T1")
                .put("channel_id", "C0ENGINE")
                .put("message_ts", ts(number))
                .put("content", title(number))
                .put("is_author_bot", false)
                .put("permalink", link(number));
    }

    private ApiReply replies(RecordedRequest request) {
        if (scopes.isEmpty()) {
            return ApiReply.json("{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"channels:history\"}");
        }
        int number = number("C0ENGINE:" + request.parameter("ts").orElseThrow());
        if (number == 0) {
            return ApiReply.json("{\"ok\":false,\"error\":\"thread_not_found\"}");
        }
        ObjectNode replies =
                JsonNodeFactory.instance.objectNode().put("ok", true).put("has_more", hasMore);
        ArrayNode messages = replies.putArray("messages");
        message(messages, number, ts(number), "U1", title(number))
                .putObject("user_profile")
                .put("display_name", "ada");
        message(messages, number, "1795172400.000200", "U2", "Yes, <@U1|ada> &amp; co.");
        return ApiReply.json(replies.toString());
    }

    private static ObjectNode message(ArrayNode messages, int thread, String ts, String user, String text) {
        return messages.addObject()
                .put("type", "message")
                .put("ts", ts)
                .put("thread_ts", ts(thread))
                .put("user", user)
                .put("text", text);
    }

    private ApiReply permalink(RecordedRequest request) {
        int number = number(request.parameter("channel").orElseThrow() + ":"
                + request.parameter("message_ts").orElseThrow());
        return number == 0
                ? ApiReply.json("{\"ok\":false,\"error\":\"message_not_found\"}")
                : ApiReply.json("{\"ok\":true,\"channel\":\"C0ENGINE\",\"permalink\":\"" + link(number) + "\"}");
    }
}
