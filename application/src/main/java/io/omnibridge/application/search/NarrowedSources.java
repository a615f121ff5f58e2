package io.omnibridge.application.search;

import io.omnibridge.domain.use.UseTarget;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sources of one search, and those beyond its limit.
 *
 * @param asked in the order in which they were given
 * @param leftOut in the same order
 */
record NarrowedSources(List<SourceOfAccount> asked, List<UseTarget> leftOut) {

    private static final Comparator<SourceOfAccount> LAST_USED_FIRST = Comparator.comparing(
                    (SourceOfAccount own) -> own.usedAt().orElse(Instant.MIN))
            .reversed();

    /** Keeps up to {@code max} sources: those of the accounts whose data was used last, then the first ones. */
    static NarrowedSources of(List<SourceOfAccount> own, int max) {
        Set<UseTarget> kept = own.stream()
                .sorted(LAST_USED_FIRST)
                .limit(max)
                .map(SourceOfAccount::target)
                .collect(Collectors.toSet());
        return new NarrowedSources(
                own.stream().filter(it -> kept.contains(it.target())).toList(),
                own.stream()
                        .map(SourceOfAccount::target)
                        .filter(target -> !kept.contains(target))
                        .toList());
    }
}
