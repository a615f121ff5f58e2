package io.omnibridge.benchmarks.load;

import java.util.Map;

/**
 * What wrk sends: the same request, with the tokens of a file in turn.
 *
 * @param perRun how many of the tokens one run uses; the next run goes on behind them, and the first follows the last
 */
public record Requests(String method, String path, String body, TokenFile tokens, int perRun) {

    /** Reads all accounts. */
    public static Requests list(TokenFile tokens, int perRun) {
        return new Requests("GET", "/accounts", "", tokens, perRun);
    }

    /** Links an account at Google, or links it again. */
    public static Requests link(TokenFile tokens) {
        return new Requests("POST", "/accounts/link", Users.linkBody("google"), tokens, tokens.count());
    }

    /** What the {@code run}th run, from 0, tells the script. */
    Map<String, String> environment(int run) {
        long first = (long) run * perRun % tokens.count() + 1;
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
                "WRK_COUNT",
                Integer.toString(perRun));
    }
}
