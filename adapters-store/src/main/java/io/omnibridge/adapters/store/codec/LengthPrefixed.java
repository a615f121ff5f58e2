package io.omnibridge.adapters.store.codec;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Encoding of a list of texts as bytes, for a MAC or a digest. */
public final class LengthPrefixed {

    private LengthPrefixed() {}

    /** Returns the UTF-8 bytes of {@code parts}, each behind its length in 4 bytes, so that no two lists give the same bytes. */
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
