package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.application.port.ListedApi;
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
            new ListedApiView(api).writeTo(json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
