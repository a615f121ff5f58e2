package io.omnibridge.adapters.http.jwt;

import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.support.json.MalformedJson;
import io.omnibridge.adapters.support.json.StrictJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The usable keys of a JSON Web Key Set (RFC 7517 §5). It can be empty: an issuer may withdraw every key.
 *
 * @param keys in the order in which they were published
 */
record Jwks(List<VerificationKey> keys) implements KeySet {

    Jwks {
        keys = List.copyOf(keys);
    }

    /** Reads a set. Keys that are of no use here are skipped (RFC 7517 §5); what is no set at all is empty. */
    static Optional<Jwks> parse(byte[] utf8) {
        try {
            JsonNode keys = StrictJson.readObject(utf8).path("keys");
            return keys.isArray() ? Optional.of(usable(keys)) : Optional.empty();
        } catch (MalformedJson e) {
            return Optional.empty();
        }
    }

    private static Jwks usable(JsonNode array) {
        return new Jwks(StreamSupport.stream(array.spliterator(), false)
                .flatMap(key -> PublishedKey.read(key).stream())
                .toList());
    }

    /** Two keys that fit are as good as none: which one was meant would be a guess. */
    @Override
    public Optional<Algorithm> find(TokenHeader header) {
        List<VerificationKey> fitting =
                keys.stream().filter(key -> key.fits(header)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0).with(header.algorithm())) : Optional.empty();
    }
}
