package io.omnibridge.adapters.store.vault;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;

/**
 * Limits of a node's calls to a store. Immutable.
 *
 * @param deadline time by which every call has ended, successful or not; at least 1 second
 * @param connections maximum number of connections to one server, and so of calls to it at once; at least 1
 * @param startTimeout how long a start waits for a store that cannot be reached yet; at least 1 second
 */
public record StoreLimits(Duration deadline, int connections, Duration startTimeout) {

    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(2);
    public static final Duration DEFAULT_START_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration MIN_WAIT = Duration.ofSeconds(1);

    /** @throws InvalidValue if a value breaks a rule above */
    public StoreLimits {
        InvalidValue.unless(deadline.compareTo(MIN_WAIT) >= 0, "deadline must be at least 1 second");
        InvalidValue.unless(startTimeout.compareTo(MIN_WAIT) >= 0, "startTimeout must be at least 1 second");
        InvalidValue.unless(connections >= 1, "connections must be at least 1");
    }
}
