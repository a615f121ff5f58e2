package io.omnibridge.adapters.store.sealing;

import java.io.IOException;
import java.util.Base64;
import java.util.Optional;

/** Sealed bytes as text: base64url without padding (RFC 4648 §5). Thread-safe. */
record SealedText(SealedFormat format) {

    /** Longer than any text that is sealed here. */
    private static final int MAX_LENGTH = 16 * 1024;

    /** Writes what is sealed. */
    interface Writer {
        byte[] write() throws IOException;
    }

    /** Reads what was sealed. */
    interface Reader<T> {
        T read(byte[] content) throws IOException;
    }

    /** Returns what {@code content} writes, sealed. */
    String of(Writer content, byte[] associatedData) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(format.seal(content.write(), associatedData));
        } catch (IOException e) {
            throw new IllegalStateException("a text cannot be sealed");
        }
    }

    /** Opens what was sealed with this associated data; empty for anything else, however malformed. */
    <T> Optional<T> open(String text, byte[] associatedData, Reader<T> reader) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> content = format.open(Base64.getUrlDecoder().decode(text), associatedData);
            return content.isPresent() ? Optional.of(reader.read(content.get())) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }
}
