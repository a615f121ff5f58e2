package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonArrays;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.port.ListedApi;
import io.omnibridge.application.port.ListedRead;
import java.io.IOException;

/** JSON of one API of a provider, with its reads. */
record ListedApiView(ListedApi api) implements JsonBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("prefix", api.prefix());
        JsonWriter.writeNullable("source", api.source().map(JsonWriter::word), json);
        JsonArrays.writeTexts("scopes", api.scopes(), json);
        json.writeArrayFieldStart("reads");
        for (ListedRead read : api.reads()) {
            write(read, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(ListedRead read, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("method", read.method().name());
        json.writeStringField("path", read.path());
        json.writeStringField("of", JsonWriter.word(read.of()));
        JsonWriter.writeNullable("source", read.source().map(JsonWriter::word), json);
        JsonArrays.writeTexts("query", read.query(), json);
        json.writeEndObject();
    }
}
