package io.omnibridge.application.search;

import io.omnibridge.application.use.CheckedSource;
import io.omnibridge.application.use.ReadySource;
import io.omnibridge.domain.search.SourcePosition;
import io.omnibridge.domain.use.UseTarget;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sources of one page of a search: all that were chosen on the first page, then those that are not at their end. */
record SearchRound(List<AskedSource> sources) {

    /**
     * Returns the round of a first page.
     *
     * @param own the sources that the caller chose and may use
     * @param checked them after the checks, in their order
     * @param limit about how many items the page should have; the ready sources share it
     */
    static SearchRound first(List<SourceOfAccount> own, List<CheckedSource> checked, int limit) {
        int queries = IntStream.range(0, own.size())
                .filter(i -> checked.get(i) instanceof ReadySource)
                .map(i -> own.get(i).offered().queries())
                .sum();
        int share = Math.max(1, limit / Math.max(1, queries));
        return new SearchRound(IntStream.range(0, own.size())
                .mapToObj(i -> new AskedSource(own.get(i), checked.get(i), Optional.empty(), share))
                .toList());
    }

    /** Returns those of the sources that the page before left at a position. */
    static List<SourceOfAccount> live(List<SourceOfAccount> own, List<SourcePosition> positions) {
        return own.stream()
                .filter(it -> positions.stream()
                        .anyMatch(position -> position.target().equals(it.target())))
                .toList();
    }

    /**
     * Returns the round of a later page.
     *
     * @param live the sources that the page before left at a position
     * @param checked them after the checks, in their order
     */
    static SearchRound next(List<SourceOfAccount> live, List<CheckedSource> checked, List<SourcePosition> positions) {
        Map<UseTarget, SourcePosition> ofTarget =
                positions.stream().collect(Collectors.toMap(SourcePosition::target, Function.identity()));
        return new SearchRound(IntStream.range(0, live.size())
                .mapToObj(i -> asked(live.get(i), checked.get(i), ofTarget))
                .toList());
    }

    private static AskedSource asked(
            SourceOfAccount own, CheckedSource checked, Map<UseTarget, SourcePosition> positions) {
        SourcePosition position = Objects.requireNonNull(positions.get(own.target()));
        return new AskedSource(own, checked, Optional.of(position), position.limit());
    }

    /** Returns the sources that may be asked. */
    List<AskedSource> ready() {
        return sources.stream().filter(AskedSource::isReady).toList();
    }
}
