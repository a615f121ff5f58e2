package io.omnibridge.adapters.store.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.LeaseToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** The content of a lease token as the JSON that is sealed, and the text around what is sealed. */
final class LeaseTokenText {

    private static final String PREFIX = "obl_";
    private static final int MAX_LENGTH = 4_096;
    private static final ObjectMapper JSON = new ObjectMapper();

    private LeaseTokenText() {}

    static byte[] write(LeaseToken token) throws IOException {
        return JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("user", token.user().value())
                .put("lease", token.id().value())
                .put("expiresAt", token.expiresAt().getEpochSecond())
                .put("secret", token.secret().reveal()));
    }

    /** Reads what {@link #write} wrote; anything else fails with an exception whose message may contain the secret. */
    static LeaseToken read(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        return new LeaseToken(
                new UserId(json.required("user").textValue()),
                new LeaseId(json.required("lease").textValue()),
                Instant.ofEpochSecond(json.required("expiresAt").longValue()),
                new Secret(json.required("secret").textValue()));
    }

    static String of(byte[] sealed) {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Returns the sealed bytes; empty if {@code text} is not of the form of {@link #of}. */
    static Optional<byte[]> sealed(String text) {
        if (!text.startsWith(PREFIX) || text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
