package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.domain.Sha256;
import java.util.HexFormat;
import java.util.List;

/** Short digest by which a list of texts is recognized. */
public final class LayoutFingerprint {

    private static final int BYTES = 8;

    private LayoutFingerprint() {}

    /** Returns the first 64 bits of a SHA-256 digest, in hexadecimal digits. */
    public static String of(List<String> texts) {
        byte[] digest = Sha256.of(LengthPrefixed.of(texts.toArray(new String[0])));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }
}
