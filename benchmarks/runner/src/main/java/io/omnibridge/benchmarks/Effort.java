package io.omnibridge.benchmarks;

import java.time.Duration;

/**
 * How much is done to be sure.
 *
 * @param rounds how often each contender is measured, in turn
 * @param slice how long each measurement takes
 * @param warmUps how many slices a contender gets at most to become steady
 * @param connections over which requests come at the same time
 * @param starts how often each contender is started where starts are measured
 * @param accounts how many there are where there are many
 * @param hmacTokens how many different tokens are prepared with HS256, which is quick to sign
 * @param signedTokens how many with RS256 and with ES256
 */
public record Effort(
        int rounds,
        Duration slice,
        int warmUps,
        int connections,
        int starts,
        int accounts,
        int hmacTokens,
        int signedTokens) {

    /** What a run needs that figures are quoted from. */
    static final Effort FULL = new Effort(5, Duration.ofSeconds(5), 40, 16, 11, 1_000_000, 1_000_000, 250_000);

    /** What shows that everything works; its figures say little. */
    static final Effort QUICK = new Effort(2, Duration.ofSeconds(2), 2, 16, 2, 6_000, 100_000, 5_000);
}
