package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.search.ReadItemResult;
import io.omnibridge.domain.search.ItemText;
import java.io.IOException;
import java.util.Objects;

/**
 * JSON of an item with its text.
 *
 * @param ref as the client sent it
 */
public record ItemView(String ref, ReadItemResult.Read read) implements JsonBody {

    public ItemView {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(read, "read");
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        FoundItemView.write(ref, read.ref().target(), read.content().item(), json);
        json.writeBooleanField("partial", read.content().isPartial());
        ItemText text = read.content().text();
        if (text instanceof ItemText.Present present) {
            json.writeStringField("text", present.text());
            json.writeBooleanField("truncated", present.isTruncated());
            json.writeNumberField("hidden_text_removed", present.hiddenTextRemoved());
            json.writeNumberField("links_removed", present.linksRemoved());
        } else {
            json.writeNullField("text");
            json.writeStringField("text_missing", JsonWriter.word(((ItemText.Missing) text).why()));
        }
        json.writeEndObject();
    }
}
