package io.omnibridge.adapters.providers.connectors.calendar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.providers.connectors.ProviderFake;
import io.omnibridge.adapters.providers.testing.ApiReply;
import io.omnibridge.adapters.providers.testing.RecordedRequest;
import io.omnibridge.adapters.providers.testing.StrictApis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Calendar API with events of the primary calendar. */
final class CalendarFake extends ProviderFake {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{So}][\\p{L}\\p{M}\\p{N}\\p{So}'@._]*");
    private static final Set<String> OPERATORS = Set.of("OR", "AND", "NOT", "AROUND");

    private volatile String description = "<b>Agenda</b>:<br>the plan\nand <span style='display:none'>x</span>more";

    CalendarFake() {
        super(StrictApis.google());
        api().serve("GET", "/calendar/v3/calendars/{id}/events", this::list)
                .serve("GET", "/calendar/v3/calendars/{id}/events/{event}", this::get);
    }

    @Override
    public String id(int number) {
        return "7kq2v" + number + "_20261127T090000Z";
    }

    void describe(String text) {
        description = text;
    }

    private ApiReply list(RecordedRequest request) {
        note(words(request.parameter("q").orElseThrow()));
        requirePrimary(request, 3);
        if (!request.parameter("singleEvents").equals(Optional.of("true"))) {
            throw new AssertionError("recurring events are not expanded");
        }
        Numbers page = page(
                request.parameter("pageToken"),
                Integer.parseInt(request.parameter("maxResults").orElse("250")));
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("kind", "calendar#events");
        page.next().ifPresent(it -> list.put("nextPageToken", it));
        list.putArray("items");
        page.items().forEach(it -> list.withArray("items").add(event(it)));
        return ApiReply.json(list.toString());
    }

    private ApiReply get(RecordedRequest request) {
        requirePrimary(request, 3);
        int number = number(request.segment(-1));
        return number == 0
                ? ApiReply.json(404, "{\"error\":{\"code\":404,\"errors\":[{\"reason\":\"notFound\"}]}}")
                : ApiReply.json(event(number).toString());
    }

    private static void requirePrimary(RecordedRequest request, int segment) {
        if (!request.segment(segment).equals("primary")) {
            throw new AssertionError("calendar " + request.segment(segment));
        }
    }

    /** Google documents no operators of this text. Those of its other searches are no words here either. */
    private static List<String> words(String query) {
        List<String> words = new ArrayList<>();
        for (String word : query.split(" ", -1)) {
            if (!WORD.matcher(word).matches() || OPERATORS.contains(word)) {
                throw new AssertionError("no word: " + word);
            }
            words.add(word);
        }
        return words;
    }

    private ObjectNode event(int number) {
        ObjectNode event = JsonNodeFactory.instance
                .objectNode()
                .put("kind", "calendar#event")
                .put("id", id(number))
                .put("iCalUID", "7kq2v" + number + "@google.com")
                .put("summary", title(number))
                .put("description", description)
                .put("htmlLink", "https://www.google.com/calendar/event?eid=" + number)
                .put("updated", "2026-11-20T10:00:00.000Z");
        event.putObject("organizer").put("email", "ada@example.org").put("displayName", "Ada Lovelace");
        return event;
    }
}
