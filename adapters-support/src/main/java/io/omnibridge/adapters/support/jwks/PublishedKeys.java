package io.omnibridge.adapters.support.jwks;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import io.omnibridge.adapters.support.json.MalformedJson;
import io.omnibridge.adapters.support.json.StrictJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Reader of JSON Web Key Sets (RFC 7517 §5). */
public final class PublishedKeys {

    private PublishedKeys() {}

    /**
     * Reads the keys that may verify signatures, in their published order, and skips the others: RFC 7517 §5 demands to ignore a key
     * that is not understood, whatever is wrong with it. The list may be empty: an
     * issuer may withdraw every key.
     *
     * @return empty if {@code utf8} is not a key set in strict JSON
     */
    public static Optional<List<JWK>> read(byte[] utf8) {
        try {
            JsonNode keys = StrictJson.readForeignObject(utf8).path("keys");
            return keys.isArray() ? Optional.of(usable(keys)) : Optional.empty();
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    private static List<JWK> usable(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .flatMap(key -> PublishedKey.read(key).stream())
                .toList();
    }
}
