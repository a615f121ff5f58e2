package io.omnibridge.adapters.providers.connectors.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.JsonLists;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.application.port.ReadResult;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.use.ApiRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code search.messages}, with the scope {@code search:read}. Its pages have numbers. */
final class LegacySearch implements SlackSearch {

    private static final int MAX_PAGE = 100;
    private static final int MAX_COUNT = 100;

    @Override
    public ReadPlan<SourcePage> plan(String words, SourceQuery query) {
        int page = query.cursor().map(Integer::parseInt).orElse(1);
        return SlackResponses.read(
                request(words, query.limit()).with("page", page).get(),
                found -> new ReadPlan.Done<>(
                        new SourcePage(SlackMessage.items(matches(found)), next(found, page), false)));
    }

    private static ApiReads request(String query, int count) {
        return ApiReads.of("/api/search.messages").with("query", query).with("count", count);
    }

    private static Optional<String> next(JsonNode found, int page) {
        boolean hasNext = page < Math.min(found.at("/messages/paging/pages").asInt(), MAX_PAGE);
        return hasNext ? Optional.of(Integer.toString(page + 1)) : Optional.empty();
    }

    private static List<SlackMessage> matches(JsonNode found) {
        return JsonLists.required(found, "/messages/matches", SlackMessage::ofMatch);
    }

    /** Slack's days are those of the user's time zone: the message may be of the day before or after. */
    @Override
    public List<ApiRequest> around(SlackId id) {
        LocalDate day = LocalDate.ofInstant(id.time(), ZoneOffset.UTC);
        return Stream.of(day, day.minusDays(1), day.plusDays(1))
                .map(it -> request("in:<#" + id.channel() + "> on:" + it, MAX_COUNT)
                        .get())
                .toList();
    }

    @Override
    public ReadPlan<List<SlackMessage>> messages(ReadResult result) {
        return SlackResponses.ok(result, found -> new ReadPlan.Done<>(matches(found)));
    }
}
