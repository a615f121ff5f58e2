package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a list of texts is recognised by. */
public final class LayoutFingerprint {

    private static final int BYTES = 8;

    private LayoutFingerprint() {}

    /** 64 bits of a SHA-256, in hexadecimal digits. */
    public static String of(List<String> texts) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(LengthPrefixed.of(texts.toArray(new String[0])));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-256", e);
        }
    }
}
