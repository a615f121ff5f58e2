package io.omnibridge.adapters.store.sealing;

import io.omnibridge.adapters.store.encoding.LengthPrefixed;
import java.util.Objects;
import java.util.Optional;

/**
 * Seals facts about the whole vault with the primary key of a keyset, and opens them with any of its keys. Thread-safe.
 *
 * <p>The associated data of the {@link SealedFormat}, each part behind its length: the format, the purpose, the issuer and
 * the fact's name.
 */
public final class TinkFactSealer {

    private final SealedFormat format;
    private final String issuer;

    public TinkFactSealer(Keyset keyset, String issuer) {
        this.format = new SealedFormat(keyset);
        this.issuer = Objects.requireNonNull(issuer);
    }

    public byte[] seal(FactPurpose purpose, String name, byte[] fact) {
        return format.seal(fact, associatedData(purpose, name));
    }

    /** The fact; empty if it was not sealed for this purpose, name and issuer under one of the keys. */
    public Optional<byte[]> open(FactPurpose purpose, String name, byte[] sealed) {
        return format.open(sealed, associatedData(purpose, name));
    }

    private byte[] associatedData(FactPurpose purpose, String name) {
        return LengthPrefixed.of(SealedFormat.NAME, purpose.word(), issuer, name);
    }
}
