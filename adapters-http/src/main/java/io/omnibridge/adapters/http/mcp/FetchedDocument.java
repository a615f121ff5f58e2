package io.omnibridge.adapters.http.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.search.ReadItemResult;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.search.ItemText;
import java.net.URI;

/** The result of the tool {@code fetch}, with the members that ChatGPT's connectors expect. */
final class FetchedDocument {

    private FetchedDocument() {}

    static ObjectNode of(String id, ReadItemResult.Read read) {
        FoundItem item = read.content().item();
        ItemText text = read.content().text();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("id", id);
        document.put("title", item.title().isEmpty() ? "(no title)" : item.title());
        document.put("text", text instanceof ItemText.Present present ? present.text() : "");
        document.put("url", item.url().map(URI::toString).orElse(""));
        ObjectNode metadata = TargetNodes.name(read.ref().target(), document.putObject("metadata"));
        describe(item, metadata);
        metadata.put("partial", read.content().isPartial());
        describe(text, metadata);
        return document;
    }

    private static void describe(FoundItem item, ObjectNode metadata) {
        metadata.put("type", JsonWriter.word(item.type()));
        item.author().ifPresent(author -> metadata.put("author", author));
        item.updatedAt().ifPresent(at -> metadata.put("updated_at", JsonWriter.time(at)));
        item.mimeType().ifPresent(type -> metadata.put("mime_type", type));
    }

    private static void describe(ItemText text, ObjectNode metadata) {
        if (text instanceof ItemText.Present present) {
            metadata.put("truncated", present.isTruncated());
            metadata.put("hidden_text_removed", present.hiddenTextRemoved());
            metadata.put("links_removed", present.linksRemoved());
        } else {
            metadata.put("text_missing", JsonWriter.word(((ItemText.Missing) text).why()));
        }
    }
}
