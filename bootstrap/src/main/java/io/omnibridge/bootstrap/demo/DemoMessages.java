package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

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

        private boolean hasAll(List<String> words) {
            return DemoCall.hasAll(from + ' ' + subject + ' ' + text, words);
        }
    }

    static DemoMessages load() {
        return new DemoMessages(
                DemoResources.array("messages.json").stream().map(Message::of).toList());
    }

    /** Returns the messages that contain all {@code words} in their sender, subject or text. */
    List<Message> search(List<String> words) {
        return all.stream().filter(message -> message.hasAll(words)).toList();
    }

    Optional<Message> find(String id) {
        return all.stream().filter(message -> message.id().equals(id)).findFirst();
    }
}
