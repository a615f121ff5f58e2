package io.omnibridge.bootstrap.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One answer, exactly as it came over the connection.
 *
 * @param connection a character for each byte
 */
record Answer(String connection) {

    private static final ObjectMapper JSON = new ObjectMapper();

    int status() {
        return Integer.parseInt(text().substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    String header(String name) {
        Matcher header = Pattern.compile("(?mid)^" + name + ": (.*?)\r$").matcher(head());
        return header.find() ? header.group(1) : "";
    }

    String head() {
        return text().substring(0, text().indexOf("\r\n\r\n") + 2);
    }

    String body() {
        return text().substring(head().length() + 2);
    }

    JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + body(), e);
        }
    }

    byte[] bytes() {
        return connection.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
