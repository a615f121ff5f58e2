package io.omnibridge.application.search;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.ApiReadResult;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of searches over random results, with sources that do not answer on some pages. */
class SearchPagingTest {

    private static final int SEARCHES = 12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void paging_to_the_end_gives_all_items_once(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < SEARCHES; i++) {
            SearchFixture fixture = new SearchFixture();
            fixture.sources.pages.putAll(randomPages(random));
            fixture.link(fixture.sources.pages.keySet().toArray(Source[]::new));
            fixture.sources.pages.keySet().forEach(source -> fixture.sources.answers.put(source, failingOnce(random)));

            List<String> all = toTheEnd(fixture);

            assertEquals(expected(fixture), new TreeSet<>(all));
            assertEquals(expected(fixture).size(), all.size(), "no item is there twice");
        }
    }

    private static Map<Source, List<List<String>>> randomPages(Random random) {
        Map<Source, List<List<String>>> pages = new HashMap<>();
        for (Source source : Source.values()) {
            if (random.nextBoolean()) {
                pages.put(
                        source,
                        IntStream.rangeClosed(0, random.nextInt(5))
                                .mapToObj(page -> page(source, page, random.nextInt(4)))
                                .toList());
            }
        }
        return pages;
    }

    /** Also a page before the last may be empty. */
    private static List<String> page(Source source, int page, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> source + "-" + page + "-" + i)
                .toList();
    }

    /** Returns an API that does not answer on some pages when they are asked for the first time. */
    private static Function<String, ApiReadResult> failingOnce(Random random) {
        Map<String, Boolean> seen = new HashMap<>();
        return path -> seen.putIfAbsent(path, true) == null && random.nextInt(3) == 0
                ? new ApiReadResult.Failed(UseFailure.PROVIDER_TIMEOUT)
                : FakeSources.ok();
    }

    private static List<String> toTheEnd(SearchFixture fixture) {
        List<String> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int rounds = 0;
        do {
            SearchResult.Found found = fixture.found(cursor);
            found.items().forEach(it -> all.add(it.item().id()));
            cursor = found.nextCursor();
            assertTrue(++rounds <= 20, "paging comes to an end");
        } while (cursor.isPresent());
        return all;
    }

    private static Set<String> expected(SearchFixture fixture) {
        return fixture.sources.pages.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .collect(toCollection(TreeSet::new));
    }
}
