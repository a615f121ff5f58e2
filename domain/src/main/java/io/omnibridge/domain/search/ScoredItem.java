package io.omnibridge.domain.search;

import io.omnibridge.domain.use.UseTarget;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;

/** An item with its score while results are put in one order: {@link Fusion}. Not thread-safe. */
final class ScoredItem {

    /** The best first. */
    static final Comparator<ScoredItem> ORDER = Comparator.comparingDouble((ScoredItem it) -> -it.score)
            .thenComparingInt(it -> it.rank)
            .thenComparing(it -> !it.hasAllWords)
            .thenComparing(it -> it.best.item().updatedAt().orElse(Instant.MIN), Comparator.reverseOrder())
            .thenComparing(it -> Fusion.name(it.best))
            .thenComparing(it -> it.best.item().id());

    private static final double K = 60;

    private final FusedItem best;
    private final int rank;
    private final boolean hasAllWords;
    private final Set<UseTarget> foundBy = new HashSet<>();
    private double score;

    /** @param hasAllWords whether the title has all the words of the query */
    ScoredItem(FusedItem best, int rank, boolean hasAllWords) {
        this.best = best;
        this.rank = rank;
        this.hasAllWords = hasAllWords;
    }

    /** Returns the item from the source that ranked it best. */
    FusedItem best() {
        return best;
    }

    boolean isOf(UseTarget target) {
        return foundBy.contains(target);
    }

    void add(UseTarget target, int itsRank) {
        foundBy.add(target);
        score += 1 / (K + itsRank);
    }
}
