package io.omnibridge.adapters.providers.connectors.notion;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.providers.connectors.ResponseFields;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemType;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Reads a page or a data source. What is in the bin is left out. */
final class NotionObject {

    private static final String PAGE = "page";

    private NotionObject() {}

    static Optional<FoundItem> item(JsonNode object) {
        String kind = object.path("object").asText();
        if (!(kind.equals(PAGE) || kind.equals("data_source"))
                || object.path("in_trash").asBoolean()) {
            return Optional.empty();
        }
        return ResponseFields.text(object, "/id")
                .filter(id -> id.length() <= FoundItem.MAX_ID)
                .map(id -> new FoundItem(
                        id,
                        kind.equals(PAGE) ? ItemType.PAGE : ItemType.DATA_SOURCE,
                        plain(kind.equals(PAGE) ? titleProperty(object) : object.path("title")),
                        Optional.empty(),
                        ResponseFields.url(object, "/url"),
                        ResponseFields.text(object, "/last_edited_by/name")
                                .or(() -> ResponseFields.text(object, "/last_edited_by/id")),
                        ResponseFields.time(object, "/last_edited_time"),
                        Optional.empty(),
                        Optional.of("notion:" + id)));
    }

    /** A page has one property of the type title. Its name is the user's own. */
    private static JsonNode titleProperty(JsonNode page) {
        return StreamSupport.stream(page.path("properties").spliterator(), false)
                .filter(it -> it.path("type").asText().equals("title"))
                .findFirst()
                .map(it -> it.path("title"))
                .orElseGet(() -> page.path("title"));
    }

    private static String plain(JsonNode richTexts) {
        return StreamSupport.stream(richTexts.spliterator(), false)
                .map(it -> it.path("plain_text").asText())
                .collect(Collectors.joining());
    }
}
