package io.omnibridge.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request for one of the APIs.
 *
 * @param account which the access token names
 * @param path behind the API's own base
 * @param query each parameter once, decoded
 * @param body an empty object if there is none
 */
record DemoCall(String method, String account, String path, Map<String, String> query, JsonNode body) {

    /** The texts in quotation marks. */
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    static Map<String, String> query(URI url) {
        return query(Optional.ofNullable(url.getRawQuery()).orElse(""));
    }

    /** Reads a query, or a form. */
    static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String parameter : raw.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            query.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    DemoCall below(String base) {
        return new DemoCall(method, account, path.substring(base.length()), query, body);
    }

    String parameter(String name) {
        return query.getOrDefault(name, "");
    }

    /** Returns a number of the query, or what stands for one that is missing or malformed. */
    int number(String name, int otherwise) {
        String value = parameter(name);
        return value.matches("[0-9]{1,6}") ? Integer.parseInt(value) : otherwise;
    }

    /** Returns the segments of the path. */
    List<String> segments() {
        return List.of(path.replaceFirst("^/", "").split("/", -1));
    }

    /** Returns the words of a query that quotes each of them; the words of any other query if it quotes none. */
    static List<String> words(String query) {
        List<String> quoted =
                QUOTED.matcher(query).results().map(it -> it.group(1)).toList();
        return quoted.isEmpty() ? List.of(query.strip().split("\\s+", -1)) : quoted;
    }

    /** Returns whether a text has all the words, whatever their case. */
    static boolean hasAll(String text, List<String> words) {
        String lower = text.toLowerCase(Locale.ROOT);
        return words.stream().map(it -> it.toLowerCase(Locale.ROOT).strip()).allMatch(lower::contains);
    }

    /** Returns the first group of each match. */
    static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(1)).toList();
    }

    /** Returns the match of a pattern with the whole path. */
    Optional<Matcher> match(Pattern pattern) {
        Matcher matcher = pattern.matcher(path);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
