package io.omnibridge.adapters.store.sealing;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Format of sealed bytes: one byte that names the format, then the AEAD's output, which begins with Tink's prefix, that is one byte and the
 * id of the key. Thread-safe.
 */
public final class SealedFormat {

    /** The format as it stands in the associated data. */
    static final String NAME = "1";

    private static final byte FORMAT = 1;
    private static final byte TINK_PREFIX = 1;
    private static final int PREFIX_BYTES = 1 + 1 + Integer.BYTES;

    private final Aead aead;

    /** Creates a format that seals with the primary key of {@code keyset}, and opens with any of its keys. */
    SealedFormat(Keyset keyset) {
        this.aead = keyset.aead();
    }

    /**
     * Returns the id of the key that the bytes name; empty if they have another format. Nothing is opened, so the id proves
     * nothing.
     */
    public static OptionalLong keyOf(byte[] sealed) {
        if (sealed.length < PREFIX_BYTES || sealed[0] != FORMAT || sealed[1] != TINK_PREFIX) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Integer.toUnsignedLong(ByteBuffer.wrap(sealed).getInt(2)));
    }

    byte[] seal(byte[] plaintext, byte[] associatedData) {
        try {
            byte[] sealed = aead.encrypt(plaintext, associatedData);
            return ByteBuffer.allocate(1 + sealed.length)
                    .put(FORMAT)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("nothing can be sealed");
        }
    }

    /** Opens sealed bytes; empty if they were not sealed with this associated data under one of the keys. */
    Optional<byte[]> open(byte[] sealed, byte[] associatedData) {
        if (sealed.length == 0 || sealed[0] != FORMAT) {
            return Optional.empty();
        }
        try {
            return Optional.of(aead.decrypt(Arrays.copyOfRange(sealed, 1, sealed.length), associatedData));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }
}
