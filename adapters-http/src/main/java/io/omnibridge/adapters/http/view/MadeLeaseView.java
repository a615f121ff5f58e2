package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import java.io.IOException;

/**
 * JSON of a new lease and its token.
 *
 * @param token the only place where it is shown
 */
public record MadeLeaseView(LeaseView lease, String token) implements JsonBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName("lease");
        lease.writeTo(json);
        json.writeStringField("lease_token", token);
        json.writeEndObject();
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "MadeLeaseView[" + lease.lease().id() + "]";
    }
}
