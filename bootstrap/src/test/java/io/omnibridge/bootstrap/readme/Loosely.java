package io.omnibridge.bootstrap.readme;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Compares output, and ignores what differs from run to run: times, request ids, tokens, ports, white space. */
final class Loosely {

    /** Matches any text where expected output contains it. */
    static final String ANYTHING = "…";

    private static final String[][] VARYING = {
        {"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "<time>"},
        {"(?i)(date: )[^\\r\\n]*", "$1<time>"},
        {"(?i)(\"?(x-)?request[-_]id\"?: ?)\"?[A-Za-z0-9._-]+\"?", "$1<id>"},
        {"(localhost|127\\.0\\.0\\.1):\\d+", "<address>"},
        {"eyJ[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*", "<token>"},
        {"(\"milliseconds\": ?)\\d+", "$1<time>"},
        {"\\s+", ""}
    };

    private Loosely() {}

    /** Returns whether {@code actual} is what {@code expected} shows. */
    static boolean matches(String expected, String actual) {
        String pattern = Arrays.stream(normalised(expected).split(ANYTHING, -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return Pattern.matches(pattern, normalised(actual));
    }

    private static String normalised(String text) {
        String normal = text;
        for (String[] replacement : VARYING) {
            normal = normal.replaceAll(replacement[0], replacement[1]);
        }
        return normal;
    }
}
