package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.port.ListedApi;
import io.omnibridge.application.port.ListedRead;
import io.omnibridge.domain.account.ProviderId;
import java.io.IOException;
import java.util.List;

/** JSON of the reads that a provider's APIs offer. */
public record ApisView(ProviderId provider, List<ListedApi> apis) implements JsonBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("provider", provider.value());
        json.writeArrayFieldStart("apis");
        for (ListedApi api : apis) {
            write(api, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(ListedApi api, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("prefix", api.prefix());
        JsonWriter.writeNullable("source", api.source().map(JsonWriter::word), json);
        write("scopes", api.scopes(), json);
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
        write("query", read.query(), json);
        json.writeEndObject();
    }

    private static void write(String name, List<String> values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
