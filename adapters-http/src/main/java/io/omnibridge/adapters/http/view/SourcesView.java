package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonArrays;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.search.ListedSource;
import io.omnibridge.domain.account.AccountLabel;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/** JSON of the sources of a user's accounts. */
public record SourcesView(List<ListedSource> sources) implements JsonBody {

    public SourcesView {
        sources = List.copyOf(sources);
    }

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("sources");
        for (ListedSource source : sources) {
            write(source, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(ListedSource source, JsonGenerator json) throws IOException {
        json.writeStartObject();
        TargetView.write(source.target(), json);
        JsonWriter.writeNullable("label", source.label().map(AccountLabel::value), json);
        json.writeStringField("state", JsonWriter.word(source.state()));
        if (!source.missingScopes().isEmpty()) {
            JsonArrays.writeTexts("missing_scopes", new TreeSet<>(source.missingScopes()), json);
        }
        json.writeEndObject();
    }
}
