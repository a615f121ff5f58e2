package io.omnibridge.adapters.support.jwks;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Reader of one JSON Web Key (RFC 7517 §4) that may verify signatures: an RSA key of 2048 to 8192 bits, an EC key on P-256,
 * P-384 or P-521, or an Ed25519 key (RFC 8037 §2), whose {@code use} and {@code key_ops} allow it. The {@code alg} of a key is
 * kept for the caller to compare.
 */
final class PublishedKey {

    /** Members of which each is part of a private or shared key. */
    private static final List<String> PRIVATE = List.of("d", "p", "q", "k");

    /** Numbers in base64url; Nimbus would skip any other character. */
    private static final Map<String, List<String>> REQUIRED_NUMBERS =
            Map.of("RSA", List.of("n", "e"), "EC", List.of("x", "y"), "OKP", List.of("x"));

    private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+={0,2}");

    /** Nimbus gets no other member: it never sees {@code x5u} and {@code x5c}. */
    private static final Set<String> READ = Set.of("kid", "kty", "alg", "use", "n", "e", "crv", "x", "y");

    private PublishedKey() {}

    /** Returns the key; empty if it is not for verifying, too weak, malformed, or published with its private part. */
    static Optional<JWK> read(JsonNode jwk) {
        if (!isWellFormed(jwk) || !isForVerifying(jwk)) {
            return Optional.empty();
        }
        try {
            JWK key = JWK.parse(strings(jwk));
            return KeyStrength.isEnough(key) ? Optional.of(key) : Optional.empty();
        } catch (ParseException | JOSEException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isWellFormed(JsonNode jwk) {
        List<String> numbers = REQUIRED_NUMBERS.get(jwk.path("kty").asText());
        return numbers != null
                && READ.stream()
                        .allMatch(member -> !jwk.has(member) || jwk.get(member).isTextual())
                && numbers.stream()
                        .allMatch(member ->
                                BASE64URL.matcher(jwk.path(member).asText()).matches());
    }

    /** A private member means that the private key is public, so the key proves nothing. */
    private static boolean isForVerifying(JsonNode jwk) {
        JsonNode operations = jwk.path("key_ops");
        return jwk.path("use").asText("sig").equals("sig")
                && (operations.isMissingNode() || contains(operations, "verify"))
                && PRIVATE.stream().noneMatch(jwk::has);
    }

    private static boolean contains(JsonNode array, String text) {
        return StreamSupport.stream(array.spliterator(), false)
                .anyMatch(element -> element.asText().equals(text));
    }

    private static Map<String, Object> strings(JsonNode jwk) {
        Map<String, Object> strings = new HashMap<>();
        READ.stream()
                .filter(jwk::has)
                .forEach(member -> strings.put(member, jwk.get(member).textValue()));
        return strings;
    }
}
