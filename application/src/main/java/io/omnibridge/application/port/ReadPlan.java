package io.omnibridge.application.port;

import io.omnibridge.domain.use.ApiRequest;
import io.omnibridge.domain.use.UseFailure;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * How a connector arrives at a result: the reads that it wants next, and what it makes of their results. A plan calls nothing. The
 * door makes the reads, each one a listed read of the provider, with its checks, limits and deadline; so a connector never has a
 * token.
 *
 * @param <T> what the plan arrives at
 */
public sealed interface ReadPlan<T> {

    /** The maximum number of reads of one step. */
    int MAX_READS = 16;

    /** The result is there. */
    record Done<T>(T value) implements ReadPlan<T> {}

    /**
     * There is no result.
     *
     * @param retryAfter how long to wait before asking again; zero if that is not known
     */
    record Failed<T>(UseFailure reason, Duration retryAfter) implements ReadPlan<T> {
        public Failed {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /**
     * Reads are to be made, all at the same time.
     *
     * @param requests 1 to {@value #MAX_READS}; their paths begin with the prefix of the provider's API
     * @param then receives the results in the order of the requests
     */
    record Reads<T>(List<ApiRequest> requests, Function<List<ReadResult>, ReadPlan<T>> then) implements ReadPlan<T> {
        public Reads {
            requests = List.copyOf(requests);
            Objects.requireNonNull(then, "then");
        }
    }
}
