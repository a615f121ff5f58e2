package io.omnibridge.application.search;

import io.omnibridge.application.use.UseRefusal;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.SourceStatus;
import io.omnibridge.domain.use.UseTarget;
import java.time.Duration;
import java.time.Instant;
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
    record Found(List<Hit> items, List<Row> sources, Optional<String> nextCursor, List<UseTarget> leftOut)
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

    /**
     * One item.
     *
     * @param ref names it, to be read later
     */
    record Hit(String ref, UseTarget target, FoundItem item) {}

    /**
     * Result of one source.
     *
     * @param retryAt when its provider's rate limit ends; empty unless it is reached
     * @param count how many items it found on this page, those included that another source found too
     * @param took how long it took; zero if it was not asked
     */
    record Row(
            UseTarget target,
            Optional<AccountLabel> label,
            SourceStatus status,
            Optional<Instant> retryAt,
            int count,
            Duration took) {}

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
