package io.omnibridge.adapters.store.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Joins parts, each behind its length in bytes. */
public final class LengthPrefixed {

    private LengthPrefixed() {}

    /** The UTF-8 bytes of {@code parts}, each behind its length, so that no two lists of parts give the same bytes. */
    public static byte[] of(String... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (String part : parts) {
            byte[] utf8 = part.getBytes(StandardCharsets.UTF_8);
            joined.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(utf8.length).array());
            joined.writeBytes(utf8);
        }
        return joined.toByteArray();
    }
}
