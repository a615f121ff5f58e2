package io.omnibridge.bootstrap.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.bootstrap.process.RequestConnection;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One HTTP response, exactly as it was received. */
final class RawResponse {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] bytes;

    RawResponse(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Sends {@code request} on a connection of its own and returns the response. */
    static RawResponse to(String request, int port) {
        return new RawResponse(RequestConnection.exchange(port, request));
    }

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
        return bytes.clone();
    }

    /** Returns the whole response, head and body. */
    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Returns the whole response with one character for each byte, so that no byte is hidden from a search. */
    String characters() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
