package io.omnibridge.adapters.store.sealing;

import io.omnibridge.application.port.CredentialsUnreadable;
import java.io.IOException;

/** Writes and seals values, and opens and reads them. No exception repeats what was sealed. Thread-safe. */
record ContentSealer(SealedFormat format) {

    ContentSealer(Keyset keyset) {
        this(new SealedFormat(keyset));
    }

    /** Returns what {@code content} writes, sealed. */
    byte[] seal(ContentWriter content, byte[] associatedData) {
        try {
            return format.seal(content.write(), associatedData);
        } catch (IOException e) {
            throw new IllegalStateException("a value cannot be sealed");
        }
    }

    /** @throws CredentialsUnreadable if that was not sealed with this associated data, or cannot be read */
    <T> T open(byte[] sealed, byte[] associatedData, ContentReader<T> reader) {
        try {
            return reader.read(opened(sealed, associatedData));
        } catch (IOException | RuntimeException e) {
            // Without the cause, whose message may repeat what was opened.
            throw new CredentialsUnreadable();
        }
    }

    /**
     * Seals the very bytes that were sealed before under the primary key, also if a later version of OmniBridge wrote them.
     *
     * @throws CredentialsUnreadable if they were not sealed with this associated data
     */
    byte[] reseal(byte[] sealed, byte[] associatedData) {
        return format.seal(opened(sealed, associatedData), associatedData);
    }

    private byte[] opened(byte[] sealed, byte[] associatedData) {
        return format.open(sealed, associatedData).orElseThrow(CredentialsUnreadable::new);
    }
}
