package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.application.connect.AttemptSummary;
import io.omnibridge.domain.connect.AttemptStatus;
import java.io.IOException;

/** JSON of a connect attempt with its status, for the user who began it. */
public record AttemptView(AttemptSummary attempt) implements JsonBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("attempt_id", attempt.id().value());
        json.writeStringField("provider", attempt.provider().value());
        json.writeStringField("status", JsonWriter.word(attempt.status()));
        if (attempt.reason().isPresent()) {
            json.writeStringField("reason", JsonWriter.word(attempt.reason().get()));
        }
        json.writeStringField("expires_at", attempt.expiresAt().toString());
        if (attempt.status() == AttemptStatus.COMPLETED) {
            WarningsView.write(attempt.warnings(), json);
        }
        json.writeEndObject();
    }
}
