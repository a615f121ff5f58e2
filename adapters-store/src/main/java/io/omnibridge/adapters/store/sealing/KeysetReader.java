package io.omnibridge.adapters.store.sealing;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import io.omnibridge.adapters.support.json.StrictJson;
import io.omnibridge.domain.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

/** Reads a keyset and checks that each of its keys can seal: AES256-GCM, with Tink's prefix, and random. */
final class KeysetReader {

    private KeysetReader() {}

    /**
     * Returns the keyset that {@code parser} makes of {@code json}.
     *
     * @param otherwise the message if it makes none
     * @throws InvalidValue if there is no usable keyset; the message repeats nothing of {@code json}
     */
    static Keyset read(String json, Parser parser, String otherwise) {
        KeysetHandle handle = handle(json, parser, otherwise);
        InvalidValue.unless(allKeysSeal(handle), "must have only AES256-GCM keys with Tink's prefix");
        InvalidValue.unless(allKeysAreRandom(handle), "must have random keys, not zeros, a sequence or a repetition");
        return new Keyset(handle);
    }

    private static KeysetHandle handle(String json, Parser parser, String otherwise) {
        try {
            // Tink's own parser ignores what follows the keyset.
            StrictJson.readObject(json.getBytes(StandardCharsets.UTF_8));
            KeysetHandle handle = parser.parse();
            handle.getPrimary();
            return handle;
        } catch (KmsUnavailable e) {
            throw e;
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new InvalidValue(otherwise);
        }
    }

    private static boolean allKeysSeal(KeysetHandle handle) {
        return IntStream.range(0, handle.size())
                .allMatch(i -> Keyset.AES256_GCM.equals(handle.getAt(i).getKey().getParameters()));
    }

    private static boolean allKeysAreRandom(KeysetHandle handle) {
        for (int i = 0; i < handle.size(); i++) {
            if (!isRandom((AesGcmKey) handle.getAt(i).getKey())) {
                return false;
            }
        }
        return true;
    }

    @AccessesPartialKey
    private static boolean isRandom(AesGcmKey key) {
        return !GuessableKeyMaterial.matches(key.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get()));
    }

    @FunctionalInterface
    interface Parser {
        KeysetHandle parse() throws GeneralSecurityException;
    }
}
