package io.omnibridge.adapters.store.sealing;

import io.omnibridge.domain.InvalidValue;
import java.util.Optional;

/**
 * How keysets are written down: in the clear, or wrapped, that is encrypted as a whole by a key of a KMS. Both are Tink's
 * JSON on one line, and what Tinkey makes can be read. Everything that reads or writes a keyset goes through here.
 */
public final class KeysetText {

    private final Optional<KmsKey> wrapping;

    private KeysetText(Optional<KmsKey> wrapping) {
        this.wrapping = wrapping;
    }

    public static KeysetText inTheClear() {
        return new KeysetText(Optional.empty());
    }

    public static KeysetText wrappedBy(KmsKey key) {
        return new KeysetText(Optional.of(key));
    }

    /**
     * Reads a keyset.
     *
     * @throws InvalidValue if {@code json} is no such keyset, or is not written in this way; neither message nor cause has
     *     anything of it
     * @throws KmsUnavailable if the KMS did not answer
     */
    public Keyset parse(String json) {
        return wrapping.map(key -> Keyset.parseWrapped(json, key.aead())).orElseGet(() -> Keyset.parse(json));
    }

    /**
     * Writes {@code keyset}: what {@link #parse} reads.
     *
     * @throws KmsUnavailable if the KMS did not answer, or refused
     */
    public String print(Keyset keyset) {
        return wrapping.map(key -> keyset.toWrappedJson(key.aead())).orElseGet(keyset::toJson);
    }
}
