package io.omnibridge.application.use;

import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.application.port.ReadMatch;
import io.omnibridge.domain.use.UseTarget;
import java.util.List;
import java.util.Objects;

/**
 * A source with its plan, and with what the first reads of the plan match.
 *
 * @param reads in the order of the plan; none if it has its result already
 * @param <T> what the plan arrives at
 */
record MatchedSource<T>(PlannedSource<T> planned, List<ReadMatch> reads) {

    MatchedSource {
        Objects.requireNonNull(planned, "planned");
        reads = List.copyOf(reads);
    }

    UseTarget target() {
        return planned.source().target();
    }

    OpenedAccount opened() {
        return planned.source().opened();
    }
}
