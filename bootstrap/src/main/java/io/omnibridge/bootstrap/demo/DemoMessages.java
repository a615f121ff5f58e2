package io.omnibridge.bootstrap.demo;

import java.util.List;
import java.util.Optional;

/** The invented messages, newest first. Every account has the same ones. Immutable. */
final class DemoMessages {

    private final List<DemoMessage> all;

    private DemoMessages(List<DemoMessage> all) {
        this.all = all;
    }

    static DemoMessages load() {
        return new DemoMessages(DemoResources.array("messages.json").stream()
                .map(DemoMessage::of)
                .toList());
    }

    /** Returns the messages that contain all {@code words} in their sender, subject or text. */
    List<DemoMessage> search(List<String> words) {
        return all.stream().filter(message -> message.hasAll(words)).toList();
    }

    Optional<DemoMessage> find(String id) {
        return all.stream().filter(message -> message.id().equals(id)).findFirst();
    }
}
