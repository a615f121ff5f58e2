package io.omnibridge.application.credentials;

import java.time.Duration;

/** Result of one {@link RefreshStep}. */
sealed interface StepResult {

    /** Another step follows, after {@code delay}. */
    record Continue(RefreshStep next, Duration delay) implements StepResult {}

    /** The refresh has ended. */
    record Finished(CredentialsResult result) implements StepResult {}

    /**
     * The caller gets {@code result} now. This process has to run {@code rest} later: it alone holds tokens that the
     * store has not taken yet.
     */
    record Unwritten(CredentialsResult result, RefreshStep rest) implements StepResult {}

    /** Returns that {@code next} follows at once. */
    static StepResult next(RefreshStep next) {
        return new Continue(next, Duration.ZERO);
    }
}
