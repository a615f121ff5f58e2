package io.omnibridge.adapters.providers.testing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One received request with all its content, secrets included. */
public record RecordedRequest(
        String method, String path, String query, Map<String, String> headers, String body, Map<String, String> form) {

    /** Returns a header; {@code name} is in lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(form.get(name));
    }

    /** Returns all values of a parameter of the query, in order. */
    public List<String> parameters(String name) {
        return Pattern.compile("&")
                .splitAsStream(query)
                .map(it -> it.split("=", 2))
                .filter(it -> decode(it[0]).equals(name))
                .map(it -> it.length == 1 ? "" : decode(it[1]))
                .toList();
    }

    /**
     * Returns a segment of the path, decoded.
     *
     * @param index 0 is the first; a negative index counts from the end
     */
    public String segment(int index) {
        List<String> segments = List.of(path.substring(1).split("/"));
        return decode(segments.get(index < 0 ? segments.size() + index : index).replace("+", "%2B"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** Returns whether the query, a header or the body contains {@code text}. */
    public boolean contains(String text) {
        return (query + headers + body).contains(text);
    }
}
