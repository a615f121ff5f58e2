package io.omnibridge.adapters.http.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Header of a token (RFC 7515 §4.1). Only {@code alg}, {@code kid}, {@code typ}, {@code crit} and
 * {@code b64} are read: {@code jku}, {@code x5u}, {@code jwk} and {@code x5c} are never followed (RFC 8725 §3.10).
 *
 * @param keyId only compared with the ids of known keys
 */
record TokenHeader(SignatureAlgorithm algorithm, Optional<String> keyId) {

    private static final int MAX_KEY_ID_LENGTH = 255;
    private static final String ACCESS_TOKEN = "at+jwt";

    /**
     * Reads a header.
     *
     * @param accepted the algorithms of the configured keys
     * @throws InvalidToken if it names another algorithm, kind of token or extension, or a member is not a string
     */
    static TokenHeader read(ObjectNode header, Set<SignatureAlgorithm> accepted, boolean requireAtJwt) {
        InvalidToken.unless(!header.has("crit") && !header.has("b64"), RefusalReason.CRITICAL);
        SignatureAlgorithm algorithm = string(header, "alg", RefusalReason.ALGORITHM)
                .flatMap(SignatureAlgorithm::named)
                .filter(accepted::contains)
                .orElseThrow(() -> new InvalidToken(RefusalReason.ALGORITHM));
        requireType(string(header, "typ", RefusalReason.TYPE), requireAtJwt);
        Optional<String> keyId = string(header, "kid", RefusalReason.MALFORMED);
        InvalidToken.unless(keyId.stream().allMatch(id -> id.length() <= MAX_KEY_ID_LENGTH), RefusalReason.MALFORMED);
        return new TokenHeader(algorithm, keyId);
    }

    private static Optional<String> string(ObjectNode header, String member, RefusalReason otherwise) {
        JsonNode value = header.get(member);
        InvalidToken.unless(value == null || value.isTextual(), otherwise);
        return Optional.ofNullable(value).map(JsonNode::textValue);
    }

    /** Compares a media type in any letter case, with or without {@code application/} (RFC 7515 §4.1.9). */
    private static void requireType(Optional<String> type, boolean requireAtJwt) {
        String kind = type.map(t -> t.toLowerCase(Locale.ROOT))
                .map(t -> t.startsWith("application/") ? t.substring("application/".length()) : t)
                .orElse("jwt");
        InvalidToken.unless(kind.equals(ACCESS_TOKEN) || (kind.equals("jwt") && !requireAtJwt), RefusalReason.TYPE);
    }
}
