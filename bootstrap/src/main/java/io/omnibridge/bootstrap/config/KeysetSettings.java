package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.sealing.KeysetText;
import io.omnibridge.adapters.store.sealing.KmsKey;
import io.omnibridge.adapters.store.sealing.KmsUnavailable;
import java.util.Map;
import java.util.Optional;

/** Reads the settings that say which keys seal, and whether a KMS keeps them wrapped. */
public final class KeysetSettings {

    /** The setting that names the key of the KMS. */
    public static final String KMS_KEY = "OMNIBRIDGE_KEYSET_KMS_KEY";

    static final String KEYSET = "OMNIBRIDGE_KEYSET";

    private final Settings settings;

    KeysetSettings(Settings settings) {
        this.settings = settings;
    }

    /**
     * How keysets are written down where {@code environment} holds, whatever else it has in it.
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

    /** The configured keyset. With a KMS, this asks it. */
    Optional<Keyset> keyset() {
        settings.alsoKnown(KEYSET, KEYSET + "_FILE");
        try {
            return text().flatMap(text -> settings.readSecret(KEYSET, text::parse));
        } catch (KmsUnavailable e) {
            settings.refuse(KMS_KEY, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Empty if the setting is wrong. */
    private Optional<KeysetText> text() {
        Optional<KmsKey> key = settings.read(KMS_KEY, uri -> KmsKey.at(uri, KmsKey.DEFAULT_DEADLINE));
        if (key.isEmpty() && settings.isSet(KMS_KEY)) {
            return Optional.empty();
        }
        return Optional.of(key.map(KeysetText::wrappedBy).orElseGet(KeysetText::inTheClear));
    }
}
