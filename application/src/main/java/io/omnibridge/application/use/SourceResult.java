package io.omnibridge.application.use;

import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;

/**
 * Result of the plan for one source.
 *
 * @param <T> what the plan arrives at
 */
public sealed interface SourceResult<T> {

    /** Returns how long it took. */
    Duration took();

    /** The plan arrived at its result. */
    record Received<T>(T value, Duration took) implements SourceResult<T> {}

    /**
     * It did not.
     *
     * @param retryAfter how long to wait before asking again; zero if that is not known
     */
    record Failed<T>(UseFailure reason, Duration retryAfter, Duration took) implements SourceResult<T> {}
}
