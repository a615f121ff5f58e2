package io.omnibridge.benchmarks.load;

import java.util.Map;

/**
 * What wrk sends: the same request, with the tokens of a file in turn.
 *
 * @param perRun the most tokens that one run uses; the first of the file follows the last
 * @param pauseMillis how long each connection waits between a response and its next request
 */
public record Requests(String method, String path, String body, TokenFile tokens, int perRun, int pauseMillis) {

    private static final int MILLIS = 1_000;

    private Requests(String method, String path, String body, TokenFile tokens, int perRun) {
        this(method, path, body, tokens, perRun, 0);
    }

    /** The same at no more than so many requests a second, over so many connections together. */
    public Requests atMost(int perSecond, int connections) {
        return new Requests(method, path, body, tokens, perRun, MILLIS * connections / perSecond);
    }

    /** The same as fast as the responses come. */
    public Requests atFullSpeed() {
        return new Requests(method, path, body, tokens, perRun);
    }

    /** Reads all accounts. */
    public static Requests list(TokenFile tokens, int perRun) {
        return new Requests("GET", "/accounts", "", tokens, perRun);
    }

    /** Reads {@code path} of a provider's API through the proxy. */
    public static Requests read(TokenFile tokens, String provider, String path) {
        return new Requests("GET", "/api/" + provider + "/" + Users.ACCOUNT + path, "", tokens, tokens.count());
    }

    /** Reads {@code path}. */
    public static Requests get(TokenFile tokens, String path) {
        return new Requests("GET", path, "", tokens, tokens.count());
    }

    /** Links an account at Google, or links it again. */
    public static Requests link(TokenFile tokens) {
        return new Requests("POST", "/accounts/link", Users.linkBody("google"), tokens, tokens.count());
    }

    /** What a run tells the script that comes after so many requests, and goes on behind their tokens. */
    Map<String, String> environment(long sent) {
        long first = sent % tokens.count() + 1;
        return Map.of(
                "WRK_METHOD",
                method,
                "WRK_PATH",
                path,
                "WRK_BODY",
                body,
                "WRK_TOKENS",
                tokens.path().toString(),
                "WRK_FIRST",
                Long.toString(first),
                "WRK_TOTAL",
                Integer.toString(tokens.count()),
                "WRK_COUNT",
                Integer.toString(perRun),
                "WRK_PAUSE",
                Integer.toString(pauseMillis));
    }
}
