package io.omnibridge.adapters.http.view;

import io.omnibridge.adapters.http.json.JsonPieces;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.accounts.AccountDescription;
import java.util.ArrayList;
import java.util.List;

/** JSON of all accounts of a user. */
public record AccountsView(List<AccountDescription> accounts) {

    private static final JsonWriter.Body START = json -> {
        json.writeStartObject();
        json.writeArrayFieldStart("accounts");
    };

    private static final JsonWriter.Body END = json -> {
        json.writeEndArray();
        json.writeEndObject();
    };

    /** Returns the document in pieces, because it may be long. */
    public JsonPieces pieces() {
        List<JsonWriter.Body> parts = new ArrayList<>(accounts.size() + 2);
        parts.add(START);
        accounts.forEach(account -> parts.add(new AccountView(account)));
        parts.add(END);
        return JsonPieces.of(parts);
    }
}
