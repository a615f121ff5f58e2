package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.KeysetText;
import io.omnibridge.adapters.store.sealing.KmsKey;
import io.omnibridge.adapters.store.sealing.KmsUnavailable;
import java.util.Map;
import java.util.Optional;

/** Reads the keyset, and the key of a KMS that wraps it, if there is one. */
public final class KeysetSettings {

    /** The setting that names a key of a KMS. */
    public static final String KMS_KEY = "OMNIBRIDGE_KEYSET_KMS_KEY";

    static final String KEYSET = "OMNIBRIDGE_KEYSET";

    private final Settings settings;

    KeysetSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * Returns the text format of keysets under the settings of {@code environment}: wrapped by a KMS, or in the clear.
     *
     * @throws ConfigInvalid if the key of the KMS cannot be used
     */
    public static KeysetText text(Map<String, String> environment) throws ConfigInvalid {
        Settings settings = new Settings(environment);
        Optional<KeysetText> text = new KeysetSettings(settings).text();
        if (text.isEmpty()) {
            throw new ConfigInvalid(settings.problems());
        }
        return text.get();
    }

    /** Returns the configured keyset. If a KMS wraps it, this calls the KMS. */
    Optional<Keyset> keyset() {
        settings.alsoKnown(KEYSET, KEYSET + "_FILE");
        try {
            return text().flatMap(text -> settings.readSecretDocument(KEYSET, text::parse));
        } catch (KmsUnavailable e) {
            settings.reject(KMS_KEY, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Returns empty if the setting is wrong. */
    private Optional<KeysetText> text() {
        Optional<KmsKey> key = settings.read(KMS_KEY, uri -> KmsKey.at(uri, KmsKey.DEFAULT_DEADLINE));
        if (key.isEmpty() && settings.isSet(KMS_KEY)) {
            return Optional.empty();
        }
        return Optional.of(key.map(KeysetText::wrappedBy).orElseGet(KeysetText::inTheClear));
    }
}
