package io.omnibridge.adapters.providers.connectors.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemType;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A message, by whatever method it was read.
 *
 * @param text as a person reads it
 */
record SlackMessage(SlackId id, String text, Optional<URI> permalink, Optional<String> author) {

    private static final int MAX_TITLE = 80;

    /** Reads a match of {@code search.messages}. */
    static Optional<SlackMessage> ofMatch(JsonNode match) {
        return of(
                ResponseFields.text(match, "/channel/id"),
                ResponseFields.text(match, "/ts"),
                ResponseFields.text(match, "/text"),
                ResponseFields.text(match, "/permalink"),
                ResponseFields.text(match, "/username").or(() -> ResponseFields.text(match, "/user")));
    }

    /** Reads a result of {@code assistant.search.context}. */
    static Optional<SlackMessage> ofContext(JsonNode message) {
        return of(
                ResponseFields.text(message, "/channel_id"),
                ResponseFields.text(message, "/message_ts"),
                ResponseFields.text(message, "/content"),
                ResponseFields.text(message, "/permalink"),
                ResponseFields.text(message, "/author_name").or(() -> ResponseFields.text(message, "/author_user_id")));
    }

    private static Optional<SlackMessage> of(
            Optional<String> channel,
            Optional<String> ts,
            Optional<String> text,
            Optional<String> permalink,
            Optional<String> author) {
        return SlackId.of(channel.orElse(""), ts.orElse(""), permalink.flatMap(SlackId::threadOf))
                .map(id -> new SlackMessage(
                        id, SlackText.readable(text.orElse("")), permalink.flatMap(ResponseFields::url), author));
    }

    static List<FoundItem> items(List<SlackMessage> messages) {
        return messages.stream().map(SlackMessage::item).toList();
    }

    FoundItem item() {
        return new FoundItem(
                id.text(),
                ItemType.MESSAGE,
                title(),
                Optional.of(text),
                permalink,
                author,
                Optional.of(id.time()),
                Optional.empty(),
                Optional.of(id.identity()));
    }

    private String title() {
        String line = text.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= MAX_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_TITLE)) + "…";
    }
}
