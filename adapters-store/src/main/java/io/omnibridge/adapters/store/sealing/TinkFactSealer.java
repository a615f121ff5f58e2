package io.omnibridge.adapters.store.sealing;

import com.google.crypto.tink.Aead;
import io.omnibridge.adapters.store.encoding.LengthPrefixed;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Seals facts about the whole vault with the primary key of a keyset, and opens them with any of its keys. Thread-safe.
 *
 * <p>The format is that of {@link TinkCredentialSealer}; the associated data, each part behind its length: the format, the
 * purpose, the issuer and the fact's name.
 */
public final class TinkFactSealer {

    private static final byte FORMAT = 1;

    private final Aead aead;
    private final String issuer;

    public TinkFactSealer(Keyset keyset, String issuer) {
        this.aead = keyset.aead();
        this.issuer = Objects.requireNonNull(issuer);
    }

    public byte[] seal(FactPurpose purpose, String name, byte[] fact) {
        try {
            byte[] sealed = aead.encrypt(fact, associatedData(purpose, name));
            return ByteBuffer.allocate(1 + sealed.length)
                    .put(FORMAT)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a fact cannot be sealed");
        }
    }

    /** The fact; empty if it was not sealed for this purpose, name and issuer under one of the keys. */
    public Optional<byte[]> open(FactPurpose purpose, String name, byte[] sealed) {
        if (sealed.length == 0 || sealed[0] != FORMAT) {
            return Optional.empty();
        }
        try {
            byte[] ciphertext = Arrays.copyOfRange(sealed, 1, sealed.length);
            return Optional.of(aead.decrypt(ciphertext, associatedData(purpose, name)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private byte[] associatedData(FactPurpose purpose, String name) {
        return LengthPrefixed.of(Byte.toString(FORMAT), purpose.word(), issuer, name);
    }
}
