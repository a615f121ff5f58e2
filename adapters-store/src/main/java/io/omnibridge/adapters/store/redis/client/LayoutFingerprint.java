package io.omnibridge.adapters.store.redis.client;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.domain.Sha256;
import java.util.HexFormat;
import java.util.List;

/** What a list of texts is recognised by. */
public final class LayoutFingerprint {

    private static final int BYTES = 8;

    private LayoutFingerprint() {}

    /** 64 bits of a SHA-256, in hexadecimal digits. */
    public static String of(List<String> texts) {
        byte[] digest = Sha256.of(LengthPrefixed.of(texts.toArray(new String[0])));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }
}
