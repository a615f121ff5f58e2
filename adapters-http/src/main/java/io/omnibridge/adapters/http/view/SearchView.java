package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.search.SearchHit;
import io.omnibridge.application.search.SearchResult;
import io.omnibridge.application.search.SearchedSource;
import io.omnibridge.domain.account.AccountLabel;
import java.io.IOException;
import java.util.Objects;

/** JSON of one page of a search. */
public record SearchView(SearchResult.Found found) implements JsonBody {

    public SearchView {
        Objects.requireNonNull(found, "found");
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("items");
        for (SearchHit hit : found.items()) {
            json.writeStartObject();
            FoundItemView.write(hit.ref(), hit.target(), hit.item(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("sources");
        for (SearchedSource row : found.sources()) {
            write(row, json);
        }
        json.writeEndArray();
        JsonWriter.writeNullable("next_cursor", found.nextCursor(), json);
        json.writeEndObject();
    }

    private static void write(SearchedSource row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        TargetView.write(row.target(), json);
        JsonWriter.writeNullable("label", row.label().map(AccountLabel::value), json);
        json.writeStringField("status", JsonWriter.word(row.status()));
        if (row.retryAt().isPresent()) {
            json.writeStringField("retry_at", JsonWriter.time(row.retryAt().get()));
        }
        json.writeNumberField("count", row.count());
        json.writeNumberField("milliseconds", row.took().toMillis());
        json.writeEndObject();
    }
}
