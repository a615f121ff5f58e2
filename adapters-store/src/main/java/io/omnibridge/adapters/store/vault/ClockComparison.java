package io.omnibridge.adapters.store.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A node's clock and the store's, read at the same moment.
 *
 * @param tolerated the difference up to which they agree, inclusive; at least {@link #MIN_TOLERATED}
 */
public record ClockComparison(Instant node, Instant store, Duration tolerated) {

    /** Difference that the round trip to the store may feign. */
    static final Duration MIN_TOLERATED = Duration.ofSeconds(1);

    public ClockComparison {
        tolerated = tolerated.compareTo(MIN_TOLERATED) < 0 ? MIN_TOLERATED : tolerated;
    }

    /** Compares both clocks now. */
    public static ClockComparison of(Clock node, Clock store, Duration tolerated) {
        return new ClockComparison(node.instant(), store.instant(), tolerated);
    }

    public boolean agrees() {
        return difference().compareTo(tolerated) <= 0;
    }

    /**
     * Checks that a node may start.
     *
     * @throws StoreCannotStart if the clocks do not agree
     */
    public void requireAgreement() {
        if (!agrees()) {
            throw new StoreCannotStart("OMNIBRIDGE_JWT_LEEWAY: " + inWords()
                    + ": correct the clock that is wrong (both machines should use NTP), and start again");
        }
    }

    /** Returns both times, their difference, and what is tolerated. */
    public String inWords() {
        return "this node's clock says " + node + " and the store's " + store + ", a difference of "
                + difference().toSeconds() + " s, more than the tolerated " + tolerated.toSeconds() + " s";
    }

    private Duration difference() {
        return Duration.between(node, store).abs();
    }
}
