package io.omnibridge.adapters.providers.connectors.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ApiReads;
import io.omnibridge.adapters.providers.connectors.Connector;
import io.omnibridge.adapters.providers.connectors.ReadResults;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.connectors.SearchPlans;
import io.omnibridge.application.port.ReadPlan;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemContent;
import io.omnibridge.domain.search.SourcePage;
import io.omnibridge.domain.search.SourceQuery;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Connector of Google Calendar: events of the primary calendar that have all the words in their title, description, place or
 * attendees. A recurring event is found by its instances, which have one identity. Other calendars would need a scope that lists them.
 */
public final class CalendarConnector implements Connector {

    private static final String EVENTS = "/calendar/v3/calendars/primary/events";

    @Override
    public Source source() {
        return Source.CALENDAR;
    }

    @Override
    public Set<String> scopes() {
        return Set.of();
    }

    @Override
    public ReadPlan<SourcePage> search(SourceQuery query, Scopes granted) {
        return SearchPlans.byWords(query, words -> search(words, query));
    }

    private static ReadPlan<SourcePage> search(List<String> words, SourceQuery query) {
        return ReadResults.json(
                ApiReads.of(EVENTS)
                        .with("q", CalendarQuery.of(words))
                        .with("singleEvents", "true")
                        .with("maxResults", query.limit())
                        .with("pageToken", query.cursor())
                        .get(),
                list -> new ReadPlan.Done<>(page(list)));
    }

    private static SourcePage page(JsonNode list) {
        List<FoundItem> items = new ArrayList<>();
        list.path("items").forEach(event -> CalendarEvent.item(event).ifPresent(items::add));
        return new SourcePage(items, ResponseFields.text(list, "/nextPageToken"), false);
    }

    @Override
    public ReadPlan<ItemContent> item(String id, Scopes granted) {
        return ReadResults.json(
                ApiReads.of(EVENTS).segment(id).get(),
                event -> CalendarEvent.item(event)
                        .<ReadPlan<ItemContent>>map(
                                item -> new ReadPlan.Done<>(new ItemContent(item, CalendarEvent.text(event), false)))
                        .orElseGet(() -> ReadResults.failed(UseFailure.PROVIDER_ERROR)));
    }
}
