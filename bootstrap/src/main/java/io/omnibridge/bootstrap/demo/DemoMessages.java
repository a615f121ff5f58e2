package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The invented messages, newest first. Every account has the same ones. Immutable. */
final class DemoMessages {

    private final List<Message> all;

    private DemoMessages(List<Message> all) {
        this.all = all;
    }

    record Message(String id, String from, String date, String subject, String text) {

        private static Message of(JsonNode json) {
            return new Message(
                    json.path("id").asText(),
                    json.path("from").asText(),
                    json.path("date").asText(),
                    json.path("subject").asText(),
                    json.path("text").asText());
        }

        private boolean hasAll(String words) {
            String content = (from + ' ' + subject + ' ' + text).toLowerCase(Locale.ROOT);
            return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+", -1)).allMatch(content::contains);
        }
    }

    static DemoMessages load() {
        try {
            return new DemoMessages(new ObjectMapper()
                    .readTree(DemoResources.text("messages.json"))
                    .valueStream()
                    .map(Message::of)
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the messages that contain all {@code words} in their sender, subject or text; all for an empty string. */
    List<Message> search(String words) {
        return all.stream().filter(message -> message.hasAll(words)).toList();
    }

    Optional<Message> find(String id) {
        return all.stream().filter(message -> message.id().equals(id)).findFirst();
    }
}
