package io.omnibridge.adapters.store.sealing;

import io.omnibridge.domain.InvalidValue;
import java.util.Optional;

/**
 * Text form of keysets: in the clear, or wrapped, that is encrypted as a whole by a key of a KMS. Both are Tink's JSON on one line, and
 * keysets that Tinkey made can be read. All code that reads or writes a keyset uses this class.
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
     * @throws InvalidValue if {@code json} is not a keyset in this form; neither message nor cause repeats anything of it
     * @throws KmsUnavailable if the KMS did not respond
     */
    public Keyset parse(String json) {
        return wrapping.map(key -> Keyset.parseWrapped(json, key.aead())).orElseGet(() -> Keyset.parse(json));
    }

    /**
     * Writes {@code keyset} as {@link #parse} reads it.
     *
     * @throws KmsUnavailable if the KMS did not respond, or refused
     */
    public String print(Keyset keyset) {
        return wrapping.map(key -> keyset.toWrappedJson(key.aead())).orElseGet(keyset::toJson);
    }
}
