package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonArrays;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.connect.ListedProvider;
import io.omnibridge.application.port.ConnectableProvider;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** JSON of the providers that a user can connect, with the number of accounts the user has at each. */
public record ProvidersView(List<ListedProvider> providers) implements JsonBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("providers");
        for (ListedProvider listed : providers) {
            write(listed, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(ListedProvider listed, JsonGenerator json) throws IOException {
        ConnectableProvider provider = listed.provider();
        json.writeStartObject();
        json.writeStringField("id", provider.id().value());
        json.writeStringField("display_name", provider.displayName());
        JsonWriter.writeNullable("description", provider.presentation().description(), json);
        JsonWriter.writeNullable("logo", provider.presentation().logo().map(URI::toString), json);
        JsonArrays.writeWords("sources", provider.sources().stream().sorted().toList(), json);
        JsonArrays.writeTexts("scopes", provider.scopes().values(), json);
        json.writeNumberField("accounts", listed.accounts());
        json.writeEndObject();
    }
}
