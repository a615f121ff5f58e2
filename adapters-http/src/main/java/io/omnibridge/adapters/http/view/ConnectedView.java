package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.application.connect.AttemptWarning;
import java.io.IOException;
import java.util.Set;

/** JSON that confirms that an attempt linked an account, with what is wrong with the account. */
public record ConnectedView(AccountView account, Set<AttemptWarning> warnings) implements JsonBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("status", "linked");
        json.writeFieldName("account");
        account.writeTo(json);
        WarningsView.write(warnings, json);
        json.writeEndObject();
    }
}
