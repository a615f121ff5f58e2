package io.omnibridge.adapters.http.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Minimal DER encoding (X.690), as needed to convert a PKCS#1 or SEC1 key into PKCS#8. */
final class Der {

    /** The encoded integer 0. */
    static final byte[] ZERO = {0x02, 0x01, 0x00};

    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 0x04;
    private static final int LONG_LENGTH = 0x80;

    private Der() {}

    static byte[] sequence(byte[]... elements) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] element : elements) {
            all.writeBytes(element);
        }
        return element(SEQUENCE, all.toByteArray());
    }

    static byte[] octetString(byte[] content) {
        return element(OCTET_STRING, content);
    }

    /** Returns the first element of {@code sequence}. The input must be well-formed. */
    static byte[] firstIn(byte[] sequence) {
        int start = contentOf(sequence, 0);
        int content = contentOf(sequence, start);
        return Arrays.copyOfRange(sequence, start, content + lengthAt(sequence, start));
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        writeLength(element, content.length);
        element.writeBytes(content);
        return element.toByteArray();
    }

    /** Writes a length in the fewest possible bytes, as DER requires (X.690 §10.1). */
    private static void writeLength(ByteArrayOutputStream element, int length) {
        if (length >= LONG_LENGTH) {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + Byte.SIZE - 1) / Byte.SIZE;
            element.write(LONG_LENGTH + bytes);
            for (int i = bytes - 1; i > 0; i--) {
                element.write(length >> (i * Byte.SIZE));
            }
        }
        element.write(length);
    }

    private static int contentOf(byte[] der, int at) {
        return at + 2 + extraLengthBytes(der, at);
    }

    private static int extraLengthBytes(byte[] der, int at) {
        int first = Byte.toUnsignedInt(der[at + 1]);
        return first < LONG_LENGTH ? 0 : first - LONG_LENGTH;
    }

    private static int lengthAt(byte[] der, int at) {
        int extra = extraLengthBytes(der, at);
        int length = extra == 0 ? der[at + 1] : 0;
        for (int i = 0; i < extra; i++) {
            length = (length << 8) + Byte.toUnsignedInt(der[at + 2 + i]);
        }
        return length;
    }
}
