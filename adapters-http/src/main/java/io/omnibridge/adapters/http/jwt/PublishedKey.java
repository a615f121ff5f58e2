package io.omnibridge.adapters.http.jwt;

import com.auth0.jwk.InvalidPublicKeyException;
import com.auth0.jwk.Jwk;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Reads one JSON Web Key (RFC 7517 §4) with jwks-rsa, if it is one that may verify signatures here: an RSA key of 2048 to 8192
 * bits, or an EC key on P-256, P-384 or P-521, whose {@code use}, {@code key_ops} and {@code alg} do not say otherwise.
 */
final class PublishedKey {

    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_RSA_BITS = 8192;

    /** Everything else, {@code x5u} and {@code x5c} included, never reaches the library. */
    private static final Set<String> READ = Set.of("kid", "kty", "alg", "use", "n", "e", "crv", "x", "y");

    private static final Map<String, List<String>> REQUIRED =
            Map.of("RSA", List.of("n", "e"), "EC", List.of("crv", "x", "y"));

    private static final Map<String, SignatureAlgorithm> CURVES = Map.of(
            "P-256", SignatureAlgorithm.ES256,
            "P-384", SignatureAlgorithm.ES384,
            "P-521", SignatureAlgorithm.ES512);

    private PublishedKey() {}

    /** The key, or empty when it is not for verifying, or too weak, or malformed: one bad key costs that key alone. */
    static Optional<VerificationKey> read(JsonNode jwk) {
        if (!isWellFormed(jwk) || !isForVerifying(jwk)) {
            return Optional.empty();
        }
        try {
            PublicKey key = Jwk.fromValues(strings(jwk)).getPublicKey();
            Optional<String> keyId = Optional.ofNullable(jwk.path("kid").textValue());
            return Optional.of(new VerificationKey(keyId, key, algorithms(jwk, key)))
                    .filter(usable -> !usable.algorithms().isEmpty());
        } catch (InvalidPublicKeyException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isWellFormed(JsonNode jwk) {
        List<String> required = REQUIRED.getOrDefault(jwk.path("kty").asText(), List.of("kty of another kind"));
        return READ.stream()
                        .allMatch(member -> !jwk.has(member) || jwk.get(member).isTextual())
                && required.stream().allMatch(jwk::has);
    }

    /** A private member means that the private key is public: it proves nothing any more. */
    private static boolean isForVerifying(JsonNode jwk) {
        JsonNode operations = jwk.path("key_ops");
        return jwk.path("use").asText("sig").equals("sig")
                && (operations.isMissingNode() || elements(operations).contains("verify"))
                && !jwk.has("d");
    }

    private static Map<String, Object> strings(JsonNode jwk) {
        Map<String, Object> strings = new HashMap<>();
        READ.stream()
                .filter(jwk::has)
                .forEach(member -> strings.put(member, jwk.get(member).textValue()));
        return strings;
    }

    private static Set<String> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    private static Set<SignatureAlgorithm> algorithms(JsonNode jwk, PublicKey key) {
        return possible(jwk, key).stream()
                .filter(a -> jwk.path("alg").asText(a.name()).equals(a.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<SignatureAlgorithm> possible(JsonNode jwk, PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            return bits >= MIN_RSA_BITS && bits <= MAX_RSA_BITS ? SignatureAlgorithm.RSA : Set.of();
        }
        return CurvePoint.of((ECPublicKey) key).isOnCurve()
                ? Set.of(CURVES.get(jwk.path("crv").asText()))
                : Set.of();
    }
}
