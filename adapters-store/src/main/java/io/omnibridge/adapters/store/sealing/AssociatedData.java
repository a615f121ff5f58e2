package io.omnibridge.adapters.store.sealing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** What sealed bytes are bound to. */
final class AssociatedData {

    private AssociatedData() {}

    /** Joins {@code parts}, each behind its length, so that no two lists of parts give the same bytes. */
    static byte[] of(String... parts) {
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
