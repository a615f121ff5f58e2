package io.omnibridge.adapters.store.vault;

import io.omnibridge.domain.InvalidValue;
import java.time.Duration;

/**
 * How long a node waits for a store, and how much it asks of it at once.
 *
 * @param deadline after which every call has ended, one way or the other; at least 1 second
 * @param connections the most that this node has open to one server, and so the most calls that it makes of it at once
 * @param startTimeout how long a start waits for a store that cannot be reached yet; at least 1 second
 */
public record StoreLimits(Duration deadline, int connections, Duration startTimeout) {

    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(2);
    public static final Duration USUAL_START_PATIENCE = Duration.ofSeconds(30);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    /** @throws InvalidValue if a value breaks a rule above */
    public StoreLimits {
        InvalidValue.unless(deadline.compareTo(SHORTEST_WAIT) >= 0, "deadline must be at least 1 second");
        InvalidValue.unless(startTimeout.compareTo(SHORTEST_WAIT) >= 0, "startPatience must be at least 1 second");
        InvalidValue.unless(connections >= 1, "connections must be at least 1");
    }
}
