package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import java.io.IOException;
import java.util.List;

/** JSON of a user's leases. */
public record LeasesView(List<LeaseView> leases) implements JsonBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("leases");
        for (LeaseView lease : leases) {
            lease.writeTo(json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
