package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.domain.search.FoundItem;
import io.omnibridge.domain.use.UseTarget;
import java.io.IOException;

/** The members of an item that a search found. */
final class FoundItemView {

    private FoundItemView() {}

    static void write(String ref, UseTarget target, FoundItem item, JsonGenerator json) throws IOException {
        json.writeStringField("ref", ref);
        TargetView.write(target, json);
        json.writeStringField("id", item.id());
        json.writeStringField("type", JsonWriter.word(item.type()));
        json.writeStringField("title", item.title());
        JsonWriter.writeNullable("snippet", item.snippet(), json);
        JsonWriter.writeNullable("url", item.url(), json);
        JsonWriter.writeNullable("author", item.author(), json);
        JsonWriter.writeNullable("updated_at", item.updatedAt().map(JsonWriter::time), json);
        JsonWriter.writeNullable("mime_type", item.mimeType(), json);
    }
}
