package io.omnibridge.bootstrap.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Query of a list of messages.
 *
 * @param words empty for all messages
 * @param limit the maximum number of messages in a page
 * @param page the number of the page, from 1
 */
record DemoQuery(String words, int limit, int page) {

    static final int MAX_LIMIT = 50;

    /** Reads the query of a call; a number that is malformed is 0. */
    static DemoQuery of(DemoCall call) {
        return new DemoQuery(call.parameter("q"), number(call, "limit", 10), number(call, "page", 1));
    }

    private static int number(DemoCall call, String name, int otherwise) {
        return call.query().containsKey(name) ? call.number(name, 0) : otherwise;
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
}
