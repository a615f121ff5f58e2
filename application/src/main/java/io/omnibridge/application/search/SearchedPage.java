package io.omnibridge.application.search;

import io.omnibridge.application.use.ReadySource;
import io.omnibridge.application.use.SourceResult;
import io.omnibridge.domain.search.SourceHits;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourcePosition;
import io.omnibridge.domain.search.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Result of one round: what each source found, its row, and where it goes on.
 *
 * @param next the positions of the sources that are not at their end
 */
record SearchedPage(List<SourceHits> hits, List<SearchedSource> rows, List<SourcePosition> next) {

    /** Sealed and as base64url, this makes less than the 12 KiB that a cursor may have. */
    private static final int MAX_SIZE = 8_900;

    /** @param results those of the round's ready sources, in their order */
    static SearchedPage of(SearchRound round, List<SourceResult<SourcePage>> results, Instant now) {
        SearchedPage page = new SearchedPage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Iterator<SourceResult<SourcePage>> each = results.iterator();
        for (AskedSource asked : round.sources()) {
            if (asked.checked() instanceof ReadySource) {
                page.add(asked, each.next(), now);
            } else {
                page.rows.add(
                        row(asked, SourceStatusMapper.check(asked.checked()), Optional.empty(), 0, Duration.ZERO));
            }
        }
        return page;
    }

    private void add(AskedSource asked, SourceResult<SourcePage> result, Instant now) {
        if (result instanceof SourceResult.Received<SourcePage> received) {
            SourcePage found = received.value();
            hits.add(new SourceHits(asked.own().target(), found.items()));
            rows.add(row(
                    asked,
                    found.isPartial() ? SourceStatus.PARTIAL : SourceStatus.OK,
                    Optional.empty(),
                    found.items().size(),
                    result.took()));
            asked.after(found.next()).ifPresent(this::keep);
            return;
        }
        SourceResult.Failed<SourcePage> failed = (SourceResult.Failed<SourcePage>) result;
        SourceStatus status = SourceStatusMapper.failure(failed.reason());
        Optional<Instant> retryAt =
                status == SourceStatus.RATE_LIMITED ? Optional.of(now.plus(failed.retryAfter())) : Optional.empty();
        rows.add(row(asked, status, retryAt, 0, result.took()));
        if (status.isPassing()) {
            asked.again().ifPresent(this::keep);
        }
    }

    /** A position that no longer fits into a cursor ends its source. */
    private void keep(SourcePosition position) {
        int size = next.stream().mapToInt(SourcePosition::size).sum() + position.size();
        if (size <= MAX_SIZE) {
            next.add(position);
        }
    }

    private static SearchedSource row(
            AskedSource asked, SourceStatus status, Optional<Instant> retryAt, int count, Duration took) {
        return new SearchedSource(asked.own().target(), asked.own().label(), status, retryAt, count, took);
    }
}
