package io.omnibridge.application.credentials;

import java.time.Duration;

/**
 * One step of a refresh: it does at most one thing to the world outside, so that whatever may happen between two such things,
 * on this node or another, can be played out in a test.
 */
interface RefreshStep {

    /**
     * Takes the step.
     *
     * @throws io.omnibridge.application.port.StoreUnavailable if the store did not answer, and nothing is lost by stopping here
     */
    Result take();

    /** What a step leads to. */
    sealed interface Result {

        /** Another step follows, after that time. */
        record Then(RefreshStep step, Duration after) implements Result {}

        /** It is over. */
        record Done(FreshCredentials fresh) implements Result {}

        /** For whoever waits it is over; but only this node has what {@code rest} has still to write. */
        record Kept(FreshCredentials fresh, RefreshStep rest) implements Result {}
    }

    /** What follows at once. */
    static Result then(RefreshStep step) {
        return new Result.Then(step, Duration.ZERO);
    }
}
