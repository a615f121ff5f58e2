package io.omnibridge.adapters.http.jwt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 of a whole token, to recognise it by without keeping it. */
final class TokenDigest {

    private TokenDigest() {}

    /** The 32 bytes of the hash, one in each character: a compact key that compares fast. */
    static String of(String token) {
        byte[] hash = sha256().digest(token.getBytes(StandardCharsets.UTF_8));
        return new String(hash, StandardCharsets.ISO_8859_1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
