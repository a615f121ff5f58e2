package io.omnibridge.adapters.http.jwt;

import io.omnibridge.domain.Sha256;
import java.nio.charset.StandardCharsets;

/** SHA-256 of a whole token: a key that identifies the token without containing it. */
final class TokenDigest {

    private TokenDigest() {}

    /** Returns the 32 bytes of the hash, one in each character: a compact key that compares fast. */
    static String of(String token) {
        return new String(Sha256.of(token), StandardCharsets.ISO_8859_1);
    }
}
