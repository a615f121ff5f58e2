package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.domain.account.AccountMetadata;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** A user's accounts. */
public record AccountsView(List<AccountMetadata> accounts, Instant now) implements JsonWriter.Body {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("accounts");
        for (AccountMetadata account : accounts) {
            new AccountView(account, now).writeTo(json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
