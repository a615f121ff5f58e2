package io.omnibridge.adapters.http.problem;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnibridge.adapters.http.json.JsonPieces;
import java.io.IOException;
import java.util.Map;

/** Writes problem documents as JSON (RFC 9457 §3). Thread-safe. */
public final class ProblemWriter {

    public static final String CONTENT_TYPE = "application/problem+json";

    private ProblemWriter() {}

    /** Returns the document, encoded in UTF-8. */
    public static byte[] toBytes(Problem problem, String requestId) {
        return JsonPieces.of(json -> write(problem, requestId, json)).next();
    }

    private static void write(Problem problem, String requestId, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "about:blank");
        json.writeStringField("title", problem.code().title());
        json.writeNumberField("status", problem.code().status());
        json.writeStringField("detail", problem.detail());
        json.writeStringField("request_id", requestId);
        json.writeStringField("code", problem.code().word());
        for (Map.Entry<String, String> member : problem.members().entrySet()) {
            json.writeStringField(member.getKey(), member.getValue());
        }
        if (!problem.errors().isEmpty()) {
            writeErrors(problem, json);
        }
        json.writeEndObject();
    }

    private static void writeErrors(Problem problem, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("errors");
        for (FieldError error : problem.errors()) {
            json.writeStartObject();
            json.writeStringField("pointer", error.pointer());
            json.writeStringField("detail", error.detail());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
