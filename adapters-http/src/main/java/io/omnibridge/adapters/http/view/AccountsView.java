package io.omnibridge.adapters.http.view;

import io.omnibridge.adapters.http.json.JsonPieces;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.domain.account.AccountMetadata;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A user's accounts. */
public record AccountsView(List<AccountMetadata> accounts, Instant now) {

    private static final JsonWriter.Body START = json -> {
        json.writeStartObject();
        json.writeArrayFieldStart("accounts");
    };

    private static final JsonWriter.Body END = json -> {
        json.writeEndArray();
        json.writeEndObject();
    };

    /** The document, which may be long. */
    public JsonPieces pieces() {
        Stream<JsonWriter.Body> written = accounts.stream().map(account -> new AccountView(account, now));
        return JsonPieces.of(Stream.concat(Stream.concat(Stream.of(START), written), Stream.of(END)));
    }
}
