package io.omnibridge.application.search;

import io.omnibridge.application.use.CheckedSource;
import io.omnibridge.application.use.ReadySource;
import io.omnibridge.domain.search.SourcePosition;
import java.util.Optional;

/**
 * A source of one page of a search.
 *
 * @param position where the page before left it; empty on the first page
 * @param limit the size of its pages
 */
record AskedSource(SourceOfAccount own, CheckedSource checked, Optional<SourcePosition> position, int limit) {

    boolean isReady() {
        return checked instanceof ReadySource;
    }

    Optional<String> cursor() {
        return position.flatMap(SourcePosition::cursor);
    }

    /** Returns where the next page begins, if the source has one that can be kept and that is another. */
    Optional<SourcePosition> after(Optional<String> next) {
        return next.filter(it -> SourcePosition.fits(it) && !cursor().equals(next))
                .map(it -> new SourcePosition(own.target(), next, limit, 0));
    }

    /** Returns the position of a source that gave nothing, to be asked once more; empty if it failed too often. */
    Optional<SourcePosition> again() {
        int failures = position.map(SourcePosition::failures).orElse(0) + 1;
        return failures < SourcePosition.MAX_FAILURES
                ? Optional.of(new SourcePosition(own.target(), cursor(), limit, failures))
                : Optional.empty();
    }
}
