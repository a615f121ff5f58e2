package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import java.io.IOException;

/** JSON that confirms that an account is linked. */
public record LinkedView(AccountView account) implements JsonBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", "linked");
        json.writeFieldName("account");
        account.writeTo(json);
        json.writeEndObject();
    }
}
