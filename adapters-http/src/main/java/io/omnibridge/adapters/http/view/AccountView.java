package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonArrays;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.accounts.AccountDescription;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountStatus;
import io.omnibridge.domain.account.ReconnectReason;
import java.io.IOException;
import java.util.Optional;

/** JSON of one account: metadata only, without the owner's id. */
public record AccountView(AccountDescription description) implements JsonBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        AccountMetadata account = description.metadata();
        Optional<ReconnectReason> reconnect = description.reconnect();
        json.writeStartObject();
        json.writeStringField("provider", account.key().provider().value());
        json.writeStringField(
                "provider_account_id", account.key().providerAccountId().value());
        if (account.label().isPresent()) {
            json.writeStringField("label", account.label().get().value());
        }
        JsonArrays.writeTexts("scopes", account.scopes().values(), json);
        json.writeStringField(
                "status",
                JsonWriter.word(reconnect.isPresent() ? AccountStatus.NEEDS_RECONNECT : AccountStatus.ACTIVE));
        if (reconnect.isPresent()) {
            json.writeStringField(
                    "status_detail", JsonWriter.word(reconnect.get().code()));
            json.writeStringField("status_since", reconnect.get().since().toString());
        }
        json.writeBooleanField("refreshable", description.refreshable());
        json.writeStringField("linked_by", JsonWriter.word(account.linkedBy()));
        JsonWriter.writeNullable("expires_at", account.expiresAt().map(JsonWriter::time), json);
        json.writeStringField("linked_at", JsonWriter.time(account.linkedAt()));
        json.writeStringField("updated_at", JsonWriter.time(account.updatedAt()));
        JsonWriter.writeNullable("used_at", account.dataUsedAt().map(JsonWriter::time), json);
        JsonWriter.writeNullable(
                "expires_unused_at", description.expiresUnusedAt().map(JsonWriter::time), json);
        json.writeEndObject();
    }
}
