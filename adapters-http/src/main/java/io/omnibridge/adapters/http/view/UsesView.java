package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonPieces;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.use.LabelledUses;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.use.Use;
import io.omnibridge.domain.use.UseReceipt;
import io.omnibridge.domain.use.UseTarget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * JSON of one page of a user's log of uses.
 *
 * @param nextCursor the cursor of the next page; empty on the last page
 */
public record UsesView(LabelledUses uses, Optional<String> nextCursor) {

    private static final JsonBody START = json -> {
        json.writeStartObject();
        json.writeArrayFieldStart("events");
    };

    /** Returns the document in pieces, because it may be long. */
    public JsonPieces pieces() {
        List<JsonBody> parts = new ArrayList<>(uses.page().receipts().size() + 2);
        parts.add(START);
        uses.page().receipts().forEach(receipt -> parts.add(json -> write(receipt, uses.labels(), json)));
        parts.add(this::end);
        return JsonPieces.of(parts);
    }

    private void end(JsonGenerator json) throws IOException {
        json.writeEndArray();
        JsonWriter.writeNullable("next_cursor", nextCursor, json);
        JsonWriter.writeNullable("head", uses.page().head(), json);
        json.writeEndObject();
    }

    private static void write(UseReceipt receipt, Map<LeaseId, String> labels, JsonGenerator json) throws IOException {
        Use use = receipt.use();
        json.writeStartObject();
        json.writeStringField("at", JsonWriter.time(use.at()));
        json.writeStringField("use", JsonWriter.word(use.kind()));
        json.writeStringField("via", JsonWriter.word(use.via()));
        json.writeStringField("outcome", JsonWriter.word(receipt.outcome()));
        if (receipt.reason().isPresent()) {
            json.writeStringField("reason", JsonWriter.word(receipt.reason().get()));
        }
        JsonWriter.writeNullable("client", use.client().map(ClientId::value), json);
        json.writeFieldName("lease");
        writeLease(use.lease(), labels, json);
        json.writeArrayFieldStart("targets");
        for (UseTarget target : use.targets()) {
            write(target, json);
        }
        json.writeEndArray();
        json.writeStringField("request_id", use.requestId().value());
        json.writeEndObject();
    }

    private static void writeLease(Optional<LeaseId> lease, Map<LeaseId, String> labels, JsonGenerator json)
            throws IOException {
        if (lease.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("id", lease.get().value());
        JsonWriter.writeNullable("label", Optional.ofNullable(labels.get(lease.get())), json);
        json.writeEndObject();
    }

    private static void write(UseTarget target, JsonGenerator json) throws IOException {
        json.writeStartObject();
        AccountNameView.write(target.account(), json);
        JsonWriter.writeNullable("source", target.source().map(JsonWriter::word), json);
        json.writeEndObject();
    }
}
