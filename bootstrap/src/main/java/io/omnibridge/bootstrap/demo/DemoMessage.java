package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One of the invented messages. */
record DemoMessage(String id, String from, String date, String subject, String text) {

    static DemoMessage of(JsonNode json) {
        return new DemoMessage(
                json.path("id").asText(),
                json.path("from").asText(),
                json.path("date").asText(),
                json.path("subject").asText(),
                json.path("text").asText());
    }

    boolean hasAll(List<String> words) {
        return DemoCall.hasAll(from + ' ' + subject + ' ' + text, words);
    }
}
