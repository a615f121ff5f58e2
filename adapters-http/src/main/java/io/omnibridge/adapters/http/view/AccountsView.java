package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonPieces;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.accounts.AccountDescription;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JSON of a page of a user's accounts.
 *
 * @param nextCursor the cursor of the next page; empty on the last page
 */
public record AccountsView(List<AccountDescription> accounts, Optional<String> nextCursor) {

    private static final JsonBody START = json -> {
        json.writeStartObject();
        json.writeArrayFieldStart("accounts");
    };

    /** Returns the document in pieces, because it may be long. */
    public JsonPieces pieces() {
        List<JsonBody> parts = new ArrayList<>(accounts.size() + 2);
        parts.add(START);
        accounts.forEach(account -> parts.add(new AccountView(account)));
        parts.add(this::end);
        return JsonPieces.of(parts);
    }

    private void end(JsonGenerator json) throws IOException {
        json.writeEndArray();
        JsonWriter.writeNullable("next_cursor", nextCursor, json);
        json.writeEndObject();
    }
}
