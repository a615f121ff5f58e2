package io.omnibridge.application.use;

import io.omnibridge.application.port.ReadPlan;
import java.util.Objects;

/**
 * A source that is ready, and the plan for it.
 *
 * @param <T> what the plan arrives at
 */
public record PlannedSource<T>(ReadySource source, ReadPlan<T> plan) {

    public PlannedSource {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(plan, "plan");
    }
}
