package io.omnibridge.application.use;

import java.util.List;

/**
 * Result of using sources.
 *
 * @param <T> what the plans arrive at
 */
public sealed interface SourcesResult<T> {

    /** The plans were carried out, as far as the deadline allowed. The results are in their order. */
    record Used<T>(List<SourceResult<T>> results) implements SourcesResult<T> {
        public Used {
            results = List.copyOf(results);
        }
    }

    /** The lease ended meanwhile. Nothing was called. */
    record Refused<T>(UseRefusal refusal) implements SourcesResult<T> {}
}
