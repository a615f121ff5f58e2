package io.omnibridge.bootstrap.demo;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Query of a list of messages.
 *
 * @param words empty for all messages
 * @param limit the maximum number of messages in a page
 * @param page the number of the page, from 1
 */
record DemoQuery(String words, int limit, int page) {

    static final int MAX_LIMIT = 50;

    private static final String DEFAULT_LIMIT = "10";

    /** Reads the query of a URL; a number that is malformed is 0. */
    static DemoQuery of(URI url) {
        return new DemoQuery(
                parameter(url, "q").orElse(""),
                number(parameter(url, "limit").orElse(DEFAULT_LIMIT)),
                number(parameter(url, "page").orElse("1")));
    }

    boolean isValid() {
        return limit >= 1 && limit <= MAX_LIMIT && page >= 1;
    }

    /** Returns the number of messages before the page. */
    long offset() {
        return (page - 1L) * limit;
    }

    /** Returns the query of the next page, as it stands in a URL. */
    String next() {
        return "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&limit=" + limit + "&page=" + (page + 1);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static Optional<String> parameter(URI url, String name) {
        return Pattern.compile("&")
                .splitAsStream(Optional.ofNullable(url.getRawQuery()).orElse(""))
                .filter(it -> it.startsWith(name + "="))
                .map(it -> URLDecoder.decode(it.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }
}
