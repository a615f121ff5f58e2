package io.omnibridge.application.search;

import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.domain.use.UseTarget;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Result of a search. */
public sealed interface SearchResult {

    /**
     * The sources were asked.
     *
     * @param items of all sources in one order, the best first
     * @param sources one row for every source that the caller chose, whether it was asked or not
     * @param nextCursor empty if no source has more
     * @param leftOut sources that have no row, because one search does not ask so many
     */
    record Found(
            List<SearchHit> items, List<SearchedSource> sources, Optional<String> nextCursor, List<UseTarget> leftOut)
            implements SearchResult {
        public Found {
            items = List.copyOf(items);
            sources = List.copyOf(sources);
            Objects.requireNonNull(nextCursor, "nextCursor");
            leftOut = List.copyOf(leftOut);
        }

        Found leavingOut(List<UseTarget> targets) {
            return new Found(items, sources, nextCursor, targets);
        }
    }

    /** The caller may not search. Nothing was called. */
    record Refused(UseRefusal refusal) implements SearchResult {
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /** The cursor is not one of this user's search for these words and filters. Nothing was called. */
    record InvalidCursor() implements SearchResult {}

    /** The caller, who could have chosen some, chose more sources than one search asks. Nothing was called. */
    record TooManySources(int chosen, int max) implements SearchResult {}
}
