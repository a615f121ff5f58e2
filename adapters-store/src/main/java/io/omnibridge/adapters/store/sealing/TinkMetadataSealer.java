package io.omnibridge.adapters.store.sealing;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import java.util.Objects;
import java.util.Optional;

/**
 * Sealer of vault metadata: it seals with the primary key of a keyset, and opens with any of its keys. Thread-safe.
 *
 * <p>The associated data of the {@link SealedFormat}, each part behind its length: the format, the purpose, the issuer and
 * the value's name.
 */
public final class TinkMetadataSealer {

    private final SealedFormat format;
    private final String issuer;

    public TinkMetadataSealer(Keyset keyset, String issuer) {
        this.format = new SealedFormat(keyset);
        this.issuer = Objects.requireNonNull(issuer);
    }

    public byte[] seal(MetadataPurpose purpose, String name, byte[] entry) {
        return format.seal(entry, associatedData(purpose, name));
    }

    /** Opens a value; empty if it was not sealed for this purpose, name and issuer under one of the keys. */
    public Optional<byte[]> open(MetadataPurpose purpose, String name, byte[] sealed) {
        return format.open(sealed, associatedData(purpose, name));
    }

    private byte[] associatedData(MetadataPurpose purpose, String name) {
        return LengthPrefixed.of(SealedFormat.NAME, purpose.word(), issuer, name);
    }
}
