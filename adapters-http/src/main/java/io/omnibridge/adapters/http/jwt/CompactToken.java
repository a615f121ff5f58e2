package io.omnibridge.adapters.http.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.adapters.support.json.MalformedJson;
import io.omnibridge.adapters.support.json.StrictJson;
import java.util.Base64;

/**
 * A JWS in compact form (RFC 7515 §3.1) that has one reading only. Nothing in it has been verified.
 *
 * @param signatureLength in bytes
 */
record CompactToken(ObjectNode header, ObjectNode payload, int signatureLength) {

    /** The maximum length of a token in characters. */
    static final int MAX_LENGTH = TokenVerifier.MAX_TOKEN_LENGTH;

    /**
     * Parses a token.
     *
     * @throws InvalidToken unless it is three non-empty segments of canonical base64url without padding (RFC 4648 §3.5 and
     *     §5), the first two of them strict JSON objects, in at most {@value #MAX_LENGTH} characters
     */
    static CompactToken parse(String token) {
        InvalidToken.unless(token.length() <= MAX_LENGTH, RefusalReason.MALFORMED);
        String[] segments = token.split("\\.", -1);
        InvalidToken.unless(segments.length == 3, RefusalReason.MALFORMED);
        return new CompactToken(object(segments[0]), object(segments[1]), decoded(segments[2]).length);
    }

    private static ObjectNode object(String segment) {
        try {
            return StrictJson.readObject(decoded(segment));
        } catch (MalformedJson e) {
            throw new InvalidToken(RefusalReason.MALFORMED);
        }
    }

    /** Decodes canonical base64url: no padding, no white space, no stray bits in the last character. */
    private static byte[] decoded(String segment) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(segment);
            String canonical = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            InvalidToken.unless(bytes.length > 0 && canonical.equals(segment), RefusalReason.MALFORMED);
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new InvalidToken(RefusalReason.MALFORMED);
        }
    }
}
