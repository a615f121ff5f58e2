package io.omnibridge.adapters.store.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.session.BrowserTicket;
import io.omnibridge.domain.session.Profile;
import io.omnibridge.domain.session.Session;
import io.omnibridge.domain.session.SessionId;
import io.omnibridge.domain.session.SignInAttempt;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What browsers keep, as the JSON that is sealed. A reader fails for anything that its writer did not write. */
final class BrowserJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BrowserJson() {}

    static byte[] write(Session session) throws IOException {
        return JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("id", session.id().value())
                .put("user", session.user().value())
                .put("name", session.profile().name().orElse(null))
                .put("email", session.profile().email().orElse(null))
                .put("signedInAt", session.signedInAt().toEpochMilli()));
    }

    static Session readSession(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        return new Session(
                new SessionId(text(json, "id")),
                new UserId(text(json, "user")),
                new Profile(optional(json, "name"), optional(json, "email")),
                Instant.ofEpochMilli(json.required("signedInAt").longValue()));
    }

    static byte[] write(SignInAttempt attempt) throws IOException {
        return JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("state", attempt.oauthState().reveal())
                .put("nonce", attempt.nonce().reveal())
                .put("verifier", attempt.verifier().reveal())
                .put("continueAt", attempt.continueAt().toString())
                .put("begunAt", attempt.begunAt().toEpochMilli()));
    }

    static SignInAttempt readSignIn(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        return new SignInAttempt(
                new Secret(text(json, "state")),
                new Secret(text(json, "nonce")),
                new Secret(text(json, "verifier")),
                URI.create(text(json, "continueAt")),
                Instant.ofEpochMilli(json.required("begunAt").longValue()));
    }

    static byte[] write(BrowserTicket ticket) throws IOException {
        return JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("attempt", ticket.attempt().value())
                .put("ticket", ticket.ticket().reveal()));
    }

    static BrowserTicket readTicket(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        return new BrowserTicket(new AttemptId(text(json, "attempt")), new Secret(text(json, "ticket")));
    }

    private static String text(JsonNode json, String member) {
        return json.required(member).textValue();
    }

    private static Optional<String> optional(JsonNode json, String member) {
        return Optional.ofNullable(json.required(member).textValue());
    }
}
