package io.omnibridge.adapters.store.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.omnibridge.domain.InvalidValue;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Keys that seal: one primary key, which seals, and any number of other keys, which open what they sealed before. All are
 * AES256-GCM with Tink's prefix. Immutable; only {@link #toJson()} reveals key material. {@link KeysetText} reads and writes keysets.
 */
public final class Keyset {

    static final Parameters AES256_GCM = PredefinedAeadParameters.AES256_GCM;

    private static final Configuration TINK = AeadConfig2026.get();

    private static final byte[] NO_ASSOCIATED_DATA = {};

    private final KeysetHandle handle;

    Keyset(KeysetHandle handle) {
        this.handle = handle;
    }

    /** Generates a keyset of one key. */
    public static Keyset generate() {
        try {
            return new Keyset(KeysetHandle.generateNew(AES256_GCM, TINK));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot make an AES256-GCM key", e);
        }
    }

    /**
     * Reads a keyset in Tink's JSON format, in the clear.
     *
     * @throws InvalidValue if it is anything but one keyset, has no primary key that is enabled, or has a key of another
     *     type; neither message nor cause repeats anything of {@code json}
     */
    public static Keyset parse(String json) {
        return KeysetReader.read(
                json,
                () -> TinkJsonProtoKeysetFormat.parseKeyset(json, TINK, InsecureSecretKeyAccess.get()),
                "must be one Tink keyset in JSON, in the clear, with an enabled primary key");
    }

    /** As {@link #parse}, of a keyset that {@code wrapping} encrypted without associated data, as Tinkey does. */
    static Keyset parseWrapped(String json, Aead wrapping) {
        return KeysetReader.read(
                json,
                () -> TinkJsonProtoKeysetFormat.parseEncryptedKeyset(json, wrapping, NO_ASSOCIATED_DATA, TINK),
                "must be one Tink keyset in JSON, with an enabled primary key, that the KMS encrypted with the key of"
                        + " OMNIBRIDGE_KEYSET_KMS_KEY and lets this service decrypt");
    }

    /** Returns the keyset with its key material in the clear, in Tink's JSON format on one line: {@link #parse} reads it. */
    public String toJson() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, TINK, InsecureSecretKeyAccess.get())
                    .strip();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot write its own keyset", e);
        }
    }

    /** Returns the keyset as {@link #parseWrapped} reads it. */
    String toWrappedJson(Aead wrapping) {
        try {
            return TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, wrapping, NO_ASSOCIATED_DATA, TINK)
                    .strip();
        } catch (GeneralSecurityException e) {
            throw new KmsUnavailable("names a key with which the KMS does not let this service encrypt");
        }
    }

    /** Returns the id of the primary key: a random number that stands in front of everything it sealed, and is not secret. */
    public long primaryKeyId() {
        return Integer.toUnsignedLong(handle.getPrimary().getId());
    }

    /** Returns the keys, in the order in which they were added. */
    public List<Key> keys() {
        return IntStream.range(0, handle.size())
                .mapToObj(handle::getAt)
                .map(Key::of)
                .toList();
    }

    /** Returns this keyset with one new key, which opens from now on and does not seal yet. */
    public Keyset withNewKey() {
        return changed(keys -> keys.addEntry(
                KeysetHandle.generateEntryFromParameters(AES256_GCM).withRandomId()));
    }

    /**
     * Returns the same keys, of which {@code id} seals from now on.
     *
     * @throws InvalidValue if there is no such key, it is disabled, or it is the primary key already
     */
    public Keyset withPrimary(long id) {
        Key key = key(id);
        InvalidValue.unless(!key.primary(), "is the primary key already");
        InvalidValue.unless(key.enabled(), "is disabled");
        return changed(keys -> keys.getAt(keys().indexOf(key)).makePrimary());
    }

    /**
     * Returns this keyset without the key {@code id}.
     *
     * @throws InvalidValue if there is no such key, or it is the primary key
     */
    public Keyset without(long id) {
        Key key = key(id);
        InvalidValue.unless(!key.primary(), "is the primary key");
        return changed(keys -> keys.deleteAt(keys().indexOf(key)));
    }

    /** Public properties of a key. */
    public record Key(long id, boolean primary, boolean enabled) {

        private static Key of(KeysetHandle.Entry entry) {
            return new Key(
                    Integer.toUnsignedLong(entry.getId()),
                    entry.isPrimary(),
                    entry.getStatus().equals(KeyStatus.ENABLED));
        }
    }

    private Key key(long id) {
        return keys().stream()
                .filter(key -> key.id() == id)
                .findFirst()
                .orElseThrow(() -> new InvalidValue("is not in the keyset"));
    }

    private Keyset changed(Consumer<KeysetHandle.Builder> change) {
        try {
            KeysetHandle.Builder keys = KeysetHandle.newBuilder(handle).setConfiguration(TINK);
            change.accept(keys);
            return new Keyset(keys.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot change its own keyset");
        }
    }

    @Override
    public String toString() {
        return "Keyset[redacted]";
    }

    Aead aead() {
        try {
            return handle.getPrimitive(TINK, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink has no AES256-GCM", e);
        }
    }
}
