package io.omnibridge.adapters.store.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.credentials.Secret;
import java.io.IOException;
import java.util.Optional;

/** Secrets of a connect attempt as the JSON that is sealed. */
final class AttemptSecretsJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String VERIFIER = "verifier";
    private static final String NONCE = "nonce";
    private static final String CODE = "code";

    private AttemptSecretsJson() {}

    static byte[] write(AttemptSecrets secrets) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        secrets.verifier().ifPresent(verifier -> json.put(VERIFIER, verifier.reveal()));
        secrets.nonce().ifPresent(nonce -> json.put(NONCE, nonce.reveal()));
        secrets.code().ifPresent(code -> json.put(CODE, code.reveal()));
        return JSON.writeValueAsBytes(json);
    }

    /** Reads what {@link #write} wrote; anything else fails with an exception whose message may contain a secret. */
    static AttemptSecrets read(byte[] bytes) throws IOException {
        JsonNode json = JSON.readTree(bytes);
        return new AttemptSecrets(secret(json, VERIFIER), secret(json, NONCE), secret(json, CODE));
    }

    private static Optional<Secret> secret(JsonNode json, String member) {
        return Optional.ofNullable(json.path(member).textValue()).map(Secret::new);
    }
}
