package io.omnibridge.adapters.providers.connectors.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.connectors.text.ItemTexts;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The thread of a message by {@code conversations.replies}: its first page, which is at most {@value #MAX_REPLIES} messages. Slack
 * gives many apps one page a minute, so no other is read.
 */
final class SlackThread {

    private static final int MAX_REPLIES = 200;

    private static final List<String> NAMES =
            List.of("/user_profile/display_name", "/user_profile/real_name", "/username", "/bot_profile/name", "/user");

    private SlackThread() {}

    static ApiRequest request(SlackId id) {
        return ApiReads.of("/api/conversations.replies")
                .with("channel", id.channel())
                .with("ts", id.thread().orElse(id.ts()))
                .with("limit", MAX_REPLIES)
                .get();
    }

    /** @param url where a person opens the message */
    static ReadPlan<ItemContent> content(SlackId id, JsonNode replies, Optional<URI> url) {
        List<SlackMessage> messages = StreamSupport.stream(
                        replies.path("messages").spliterator(), false)
                .flatMap(reply -> message(id, reply, url).stream())
                .toList();
        return messages.stream()
                .filter(it -> it.id().ts().equals(id.ts()))
                .findFirst()
                .<ReadPlan<ItemContent>>map(it -> new ReadPlan.Done<>(new ItemContent(
                        it.item(),
                        ItemTexts.plain(text(messages)),
                        replies.path("has_more").asBoolean())))
                .orElseGet(() -> ReadResults.failed(UseFailure.NOT_FOUND));
    }

    private static Optional<SlackMessage> message(SlackId asked, JsonNode reply, Optional<URI> url) {
        return SlackId.of(
                        asked.channel(),
                        ResponseFields.text(reply, "/ts").orElse(""),
                        ResponseFields.text(reply, "/thread_ts"))
                .map(id -> new SlackMessage(
                        id,
                        SlackText.readable(ResponseFields.text(reply, "/text").orElse("")),
                        url,
                        NAMES.stream()
                                .flatMap(name -> ResponseFields.text(reply, name).stream())
                                .findFirst()));
    }

    private static String text(List<SlackMessage> messages) {
        return messages.stream()
                .map(it -> it.author().orElse("?") + ", " + it.id().time() + ":\n" + it.text())
                .collect(Collectors.joining("\n\n"));
    }
}
