package io.omnibridge.adapters.providers.connectors.github;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which page each query of a search asks for next. As text: the numbers in the order of {@link GithubKind}, separated by a comma, and
 * 0 for a query that is at its end.
 *
 * @param numbers the page of each query that is not at its end, from 1 on
 */
record GithubPages(Map<GithubKind, Integer> numbers) {

    private static final Pattern TEXT = Pattern.compile("([0-9]{1,4}),([0-9]{1,4})");

    GithubPages {
        numbers = Map.copyOf(numbers);
    }

    /** Returns the first pages. */
    static GithubPages first() {
        return new GithubPages(Arrays.stream(GithubKind.values()).collect(Collectors.toMap(it -> it, it -> 1)));
    }

    /** Reads the text form; empty if it is malformed. */
    static Optional<GithubPages> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<GithubKind, Integer> numbers = new EnumMap<>(GithubKind.class);
        int group = 1;
        for (GithubKind kind : GithubKind.values()) {
            int number = Integer.parseInt(matcher.group(group++));
            if (number > 0) {
                numbers.put(kind, number);
            }
        }
        return Optional.of(new GithubPages(numbers)).filter(it -> !numbers.isEmpty());
    }

    /** Returns the queries that are not at their end, in the order of {@link GithubKind}. */
    List<GithubKind> kinds() {
        return numbers.keySet().stream().sorted().toList();
    }

    /** Returns the text form; empty if all queries are at their end. */
    Optional<String> text() {
        return Optional.of(numbers)
                .filter(it -> !it.isEmpty())
                .map(it -> Arrays.stream(GithubKind.values())
                        .map(kind -> Integer.toString(it.getOrDefault(kind, 0)))
                        .collect(Collectors.joining(",")));
    }
}
