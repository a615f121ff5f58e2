package io.omnibridge.application.use;

import java.util.List;

/**
 * Result of using sources.
 *
 * @param <T> what the plans arrive at
 */
public sealed interface SourcesResult<T> {

    /** The plans were carried out, as far as the deadline allowed. The outcomes are in their order. */
    record Used<T>(List<SourceOutcome<T>> outcomes) implements SourcesResult<T> {
        public Used {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** The lease ended meanwhile. Nothing was called. */
    record Refused<T>(UseRefusal refusal) implements SourcesResult<T> {}
}
