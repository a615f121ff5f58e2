package io.omnibridge.adapters.http.mcp;

import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.search.SearchResult;
import io.omnibridge.domain.use.UseTarget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Warning of a search that the user has more sources than it asked. */
final class LeftOutSources {

    /** Sources that the warning names: a user may have a thousand accounts. */
    private static final int MAX_NAMED = 50;

    private LeftOutSources() {}

    /** Returns the warning; empty if every source was asked. */
    static Optional<String> warning(SearchResult.Found found) {
        List<UseTarget> leftOut = found.leftOut();
        if (leftOut.isEmpty()) {
            return Optional.empty();
        }
        String names =
                leftOut.stream().limit(MAX_NAMED).map(LeftOutSources::name).collect(Collectors.joining(", "));
        int unnamed = Math.max(leftOut.size() - MAX_NAMED, 0);
        return Optional.of("One search asks at most " + found.sources().size()
                + " sources: those of the accounts that were used last. Not searched: " + names
                + (unnamed == 0 ? "" : ", and " + unnamed + " more")
                + ". A lease that opens only some accounts searches those.");
    }

    private static String name(UseTarget target) {
        String account = target.account().provider().value() + "/"
                + target.account().providerAccountId().value();
        return target.source()
                .map(source -> JsonWriter.word(source) + " of " + account)
                .orElse(account);
    }
}
