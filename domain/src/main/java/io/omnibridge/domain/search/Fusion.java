package io.omnibridge.domain.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts what several sources found in one order, by reciprocal rank fusion (Cormack, Clarke, Büttcher: SIGIR 2009): an item's score
 * is the sum of {@code 1 / (60 + rank)} over the sources that found it. Equal scores are ordered by rank, by whether the title has
 * all the words, by time (the newer first), and by the names of source and account, so the order is always the same. An item that
 * several sources found is there once, from the source that ranked it best. Two items of one source are never the same: senders choose
 * the ids of their mails, and could make one disappear behind another.
 */
public final class Fusion {

    private Fusion() {}

    /** Returns all items in one order; of one source's items with the same id, the first alone. */
    public static List<FusedItem> fuse(SearchQuery query, List<SourceHits> found) {
        List<String> words =
                query.words().stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
        Map<String, ScoredItem> scored = new LinkedHashMap<>();
        int longest = found.stream().mapToInt(it -> it.items().size()).max().orElse(0);
        for (int rank = 1; rank <= longest; rank++) {
            for (SourceHits source : inOrder(found)) {
                if (rank <= source.items().size()) {
                    FusedItem item =
                            new FusedItem(source.target(), source.items().get(rank - 1));
                    count(scored, item, rank, words);
                }
            }
        }
        List<ScoredItem> ordered = new ArrayList<>(scored.values());
        ordered.sort(ScoredItem.ORDER);
        return ordered.stream().map(ScoredItem::best).toList();
    }

    /** Returns the sources in the order of their names, and each without what it found twice. */
    private static List<SourceHits> inOrder(List<SourceHits> found) {
        return found.stream()
                .map(Fusion::withoutRepeats)
                .sorted(Comparator.comparing(it -> name(it)))
                .toList();
    }

    private static SourceHits withoutRepeats(SourceHits source) {
        Set<String> seen = new HashSet<>();
        return new SourceHits(
                source.target(),
                source.items().stream().filter(it -> seen.add(it.id())).toList());
    }

    private static void count(Map<String, ScoredItem> scored, FusedItem item, int rank, List<String> words) {
        String own = name(item) + " " + item.item().id();
        String key = Identity.of(item.item()).orElse(own);
        ScoredItem same = scored.get(key);
        if (same != null && same.isOf(item.target())) {
            key = own;
            same = null;
        }
        if (same == null) {
            String title = item.item().title().toLowerCase(Locale.ROOT);
            same = new ScoredItem(item, rank, words.stream().allMatch(title::contains));
            scored.put(key, same);
        }
        same.add(item.target(), rank);
    }

    static String name(FusedItem item) {
        return name(new SourceHits(item.target(), List.of()));
    }

    private static String name(SourceHits source) {
        return source.target().source().map(Enum::name).orElse("")
                + " " + source.target().account().provider().value()
                + " " + source.target().account().providerAccountId().value();
    }
}
