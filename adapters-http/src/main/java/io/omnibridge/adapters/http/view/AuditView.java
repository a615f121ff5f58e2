package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonPieces;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.ActorKind;
import io.omnibridge.domain.audit.AuditEvent;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.AuditedAttempt;
import io.omnibridge.domain.audit.ChainHead;
import io.omnibridge.domain.audit.RefusalCount;
import io.omnibridge.domain.identity.ClientId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JSON of one page of a user's audit log.
 *
 * @param nextCursor the cursor of the next page; empty on the last page
 * @param head the head of the user's chain; empty if no event was recorded
 * @param refusals how often the user's requests were refused
 */
public record AuditView(
        List<AuditEvent> events, Optional<String> nextCursor, Optional<ChainHead> head, List<RefusalCount> refusals) {

    private static final JsonBody START = json -> {
        json.writeStartObject();
        json.writeArrayFieldStart("events");
    };

    /** Returns the document in pieces, because it may be long. */
    public JsonPieces pieces() {
        List<JsonBody> parts = new ArrayList<>(events.size() + 2);
        parts.add(START);
        events.forEach(event -> parts.add(json -> write(event, json)));
        parts.add(this::end);
        return JsonPieces.of(parts);
    }

    private void end(JsonGenerator json) throws IOException {
        json.writeEndArray();
        JsonWriter.writeNullable("next_cursor", nextCursor, json);
        JsonWriter.writeNullable("head", head, json);
        json.writeArrayFieldStart("refusals");
        for (RefusalCount count : refusals) {
            write(count, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(RefusalCount count, JsonGenerator json) throws IOException {
        AuditedAction last = count.last().action();
        json.writeStartObject();
        json.writeStringField("action", JsonWriter.word(last.kind()));
        json.writeStringField("outcome", JsonWriter.word(count.last().outcome()));
        json.writeNumberField("count", count.count());
        json.writeStringField("first_at", JsonWriter.time(count.firstAt()));
        json.writeStringField("last_at", JsonWriter.time(last.at()));
        JsonWriter.writeNullable("last_client", last.client().map(ClientId::value), json);
        json.writeStringField("last_request_id", last.requestId().value());
        json.writeEndObject();
    }

    private static void write(AuditEvent event, JsonGenerator json) throws IOException {
        AuditedAction action = event.action();
        json.writeStartObject();
        json.writeStringField("at", JsonWriter.time(action.at()));
        json.writeStringField("action", JsonWriter.word(action.kind()));
        json.writeStringField("outcome", JsonWriter.word(event.outcome()));
        writeActor(action.actor(), json);
        JsonWriter.writeNullable("client", action.client().map(ClientId::value), json);
        JsonWriter.writeNullable("provider", action.provider().map(ProviderId::value), json);
        JsonWriter.writeNullable(
                "provider_account_id",
                action.account()
                        .map(AccountKey::providerAccountId)
                        .filter(id -> !id.equals(ProviderAccountId.UNKNOWN))
                        .map(ProviderAccountId::value),
                json);
        JsonWriter.writeNullable(
                "attempt_id", action.attempt().map(it -> it.id().value()), json);
        JsonWriter.writeNullable(
                "reason", action.attempt().flatMap(AuditedAttempt::failure).map(JsonWriter::word), json);
        if (action.lease().isPresent()) {
            json.writeStringField("lease_id", action.lease().get().value());
        }
        json.writeStringField("request_id", action.requestId().value());
        json.writeEndObject();
    }

    private static void writeActor(Actor actor, JsonGenerator json) throws IOException {
        Optional<ActorKind> kind = actor.kind();
        if (kind.isEmpty()) {
            json.writeNullField("actor");
            return;
        }
        json.writeObjectFieldStart("actor");
        json.writeStringField("kind", JsonWriter.word(kind.get()));
        JsonWriter.writeNullable("name", actor.name(), json);
        json.writeEndObject();
    }
}
