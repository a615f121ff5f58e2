package io.omnibridge.adapters.http.view;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.domain.connect.AttemptId;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;

/** JSON of a new connect attempt with the URL that the user's browser must open. */
public record BegunAttemptView(AttemptId attempt, URI authorizationUrl, Instant expiresAt) implements JsonBody {

    @Override
    public void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("attempt_id", attempt.value());
        json.writeStringField("authorization_url", authorizationUrl.toString());
        json.writeStringField("expires_at", expiresAt.toString());
        json.writeEndObject();
    }
}
