package io.omnibridge.adapters.http.route;

import static io.omnibridge.adapters.http.route.JsonObjectReader.text;

import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.search.SearchFilters;
import io.omnibridge.domain.source.Source;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the filters of a search. Each has at most {@value #MAX_VALUES} values; without any it chooses all. */
final class SearchFilterReader {

    static final int MAX_VALUES = 20;

    private static final String SOURCE = "source";
    private static final String PROVIDER = "provider";
    private static final String ACCOUNT = "account";

    private SearchFilterReader() {}

    /** @throws io.omnibridge.adapters.http.problem.ProblemException that names an invalid parameter */
    static SearchFilters of(QueryValues query) {
        return new SearchFilters(
                values(query, SOURCE, SearchFilterReader::source),
                values(query, PROVIDER, ProviderId::new),
                values(query, ACCOUNT, ProviderAccountId::new));
    }

    /** An invalid member reads as empty, and {@code members} keeps its error. */
    static SearchFilters of(JsonObjectReader members) {
        return new SearchFilters(
                values(members, SOURCE, SearchFilterReader::source),
                values(members, PROVIDER, ProviderId::new),
                values(members, ACCOUNT, ProviderAccountId::new));
    }

    private static <T> Set<T> values(QueryValues query, String name, Function<String, T> parser) {
        return Set.copyOf(query.all(name, parser, MAX_VALUES));
    }

    /** A member is a string, or an array of 1 to {@value #MAX_VALUES} strings. */
    private static <T> Set<T> values(JsonObjectReader members, String name, Function<String, T> parser) {
        ValueReader<List<T>> array = members.arrayOf(name, text(parser));
        Optional<List<T>> values = members.optional(name, value -> {
            if (!value.isArray()) {
                InvalidValue.unless(value.isTextual(), "must be a string or an array of strings");
                return List.of(parser.apply(value.textValue()));
            }
            InvalidValue.unless(
                    !value.isEmpty() && value.size() <= MAX_VALUES, "must have 1 to " + MAX_VALUES + " elements");
            return array.read(value);
        });
        return values.map(Set::copyOf).orElse(Set.of());
    }

    private static Source source(String word) {
        return EnumWords.parse(word, Source.class)
                .orElseThrow(() -> new InvalidValue("must be one of " + EnumWords.list(Source.class)));
    }
}
