package io.omnibridge.adapters.store.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.omnibridge.domain.InvalidValue;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

/**
 * The keys that seal: one primary, which seals, and any number of others, which open what they sealed before. All are
 * AES256-GCM with Tink's prefix. Immutable; nothing but {@link #toJson()} gives key material away.
 */
public final class Keyset {

    private static final Configuration TINK = AeadConfig2026.get();
    private static final Parameters AES256_GCM = PredefinedAeadParameters.AES256_GCM;

    /** Tink's own parser stops at the end of the keyset and never looks at what follows. */
    private static final ObjectMapper STRICT_JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final KeysetHandle handle;

    private Keyset(KeysetHandle handle) {
        this.handle = handle;
    }

    /** One new key. */
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
     *     type; neither message nor cause has anything of {@code json}
     */
    public static Keyset parse(String json) {
        KeysetHandle handle = read(json);
        InvalidValue.unless(allKeysSeal(handle), "must have only AES256-GCM keys with Tink's prefix");
        return new Keyset(handle);
    }

    /** The keyset with its key material in the clear, in Tink's JSON format on one line: what {@link #parse} reads. */
    public String toJson() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, TINK, InsecureSecretKeyAccess.get())
                    .strip();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot write its own keyset", e);
        }
    }

    /** Which key seals: a random number that stands in front of everything that it sealed, and is no secret. */
    public long primaryKeyId() {
        return Integer.toUnsignedLong(handle.getPrimary().getId());
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

    private static KeysetHandle read(String json) {
        try {
            STRICT_JSON.readTree(json);
            KeysetHandle handle = TinkJsonProtoKeysetFormat.parseKeyset(json, TINK, InsecureSecretKeyAccess.get());
            handle.getPrimary();
            return handle;
        } catch (JsonProcessingException | GeneralSecurityException | RuntimeException e) {
            throw new InvalidValue("must be one Tink keyset in JSON, in the clear, with an enabled primary key");
        }
    }

    private static boolean allKeysSeal(KeysetHandle handle) {
        return IntStream.range(0, handle.size())
                .allMatch(i -> AES256_GCM.equals(handle.getAt(i).getKey().getParameters()));
    }
}
