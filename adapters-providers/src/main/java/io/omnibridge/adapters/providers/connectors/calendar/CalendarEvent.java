package io.omnibridge.adapters.providers.connectors.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.Identities;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.adapters.providers.connectors.text.ItemTexts;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemText;
import io.omnibridge.domain.search.ItemType;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an event as {@code events.list} and {@code events.get} describe it. */
final class CalendarEvent {

    private static final Pattern HTML = Pattern.compile("<[a-zA-Z!/]|&[#a-zA-Z]");

    private CalendarEvent() {}

    static Optional<FoundItem> item(JsonNode event) {
        return ResponseFields.text(event, "/id")
                .filter(id -> id.length() <= FoundItem.MAX_ID)
                .map(id -> new FoundItem(
                        id,
                        ItemType.EVENT,
                        ResponseFields.text(event, "/summary").orElse(""),
                        text(event) instanceof ItemText.Present present
                                ? Optional.of(present.text())
                                : Optional.empty(),
                        ResponseFields.url(event, "/htmlLink"),
                        ResponseFields.text(event, "/organizer/displayName")
                                .or(() -> ResponseFields.text(event, "/organizer/email")),
                        ResponseFields.time(event, "/updated"),
                        Optional.of("text/calendar"),
                        Identities.event(ResponseFields.text(event, "/iCalUID"))));
    }

    /** Returns the description, which may be HTML, and in which line breaks count. */
    static ItemText text(JsonNode event) {
        String description = ResponseFields.text(event, "/description").orElse("");
        return HTML.matcher(description).find()
                ? ItemTexts.html("<div style='white-space:pre-wrap'>" + description)
                : ItemTexts.plain(description);
    }
}
