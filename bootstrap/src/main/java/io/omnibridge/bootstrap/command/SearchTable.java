package io.omnibridge.bootstrap.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.bootstrap.logging.OneLine;
import java.util.Set;
import java.util.stream.Collectors;

/** The result of a search as two tables: the sources, and what they found. */
final class SearchTable {

    private static final String SOURCE = "%-9s  %-16s  %-24s  %-15s  %5s  %6s%n";
    private static final String ITEM = "%-9s  %-20s  %s%n";
    private static final Set<String> RESPONDED = Set.of("ok", "partial");

    private SearchTable() {}

    static String of(JsonNode found) {
        if (found.path("sources").isEmpty()) {
            return "The user has no account with a source.%n".formatted();
        }
        String sources =
                found.path("sources").valueStream().map(SearchTable::source).collect(Collectors.joining());
        String items = found.path("items").valueStream().map(SearchTable::item).collect(Collectors.joining());
        return SOURCE.formatted("SOURCE", "PROVIDER", "ACCOUNT", "STATUS", "FOUND", "MILLIS")
                + sources
                + "%n".formatted()
                + (items.isEmpty()
                        ? "Nothing was found.%n".formatted()
                        : ITEM.formatted("SOURCE", "UPDATED", "TITLE") + items);
    }

    private static String source(JsonNode row) {
        return SOURCE.formatted(
                text(row, "source"),
                text(row, "provider"),
                text(row, "provider_account_id"),
                text(row, "status"),
                row.path("count").asInt(),
                row.path("milliseconds").asLong());
    }

    private static String item(JsonNode item) {
        return ITEM.formatted(text(item, "source"), text(item, "updated_at"), text(item, "title"));
    }

    /** Titles are other people's words: no character of them controls the terminal. */
    private static String text(JsonNode row, String name) {
        return OneLine.of(row.path(name).asText(""));
    }

    /** Returns whether every source responded. */
    static boolean isComplete(JsonNode found) {
        return found.path("sources")
                .valueStream()
                .allMatch(it -> RESPONDED.contains(it.path("status").asText()));
    }
}
