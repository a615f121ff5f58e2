package io.omnibridge.adapters.support.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reader of a text file that an operator writes or mounts, such as a secret. */
public final class SmallTextFile {

    /** The maximum size of a file: enough for any secret, and a bound for a device that has no end. */
    public static final int MAX_BYTES = 64 * 1024;

    private SmallTextFile() {}

    /**
     * Reads a file in UTF-8 without its last line break, if it ends with one: editors and {@code echo} add it.
     *
     * @throws FileTooLarge if it has more than {@value #MAX_BYTES} bytes
     * @throws java.nio.charset.CharacterCodingException if it is not UTF-8
     * @throws IOException if it cannot be read
     */
    public static String read(Path file) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes(file)))
                .toString();
        return text.replaceFirst("\\r?\\n\\z", "");
    }

    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new FileTooLarge();
            }
            return bytes;
        }
    }
}
