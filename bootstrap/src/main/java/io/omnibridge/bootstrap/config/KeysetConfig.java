package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.sealing.Keyset;
import java.util.Map;
import java.util.Optional;

/** The part of the configuration that commands need which change a keyset, and touch no store. It prints no secret. */
public record KeysetConfig(Keyset keyset) {

    /**
     * Reads this part from environment variables. The other settings of {@link Config} may stand beside it and are not
     * looked at; any other name is a mistake here too.
     *
     * @throws ConfigInvalid that names everything that is wrong
     */
    public static KeysetConfig from(Map<String, String> environment) throws ConfigInvalid {
        Settings settings = new Settings(environment);
        settings.alsoKnown(ConfigReader.names());
        Optional<Keyset> keyset = new KeysetSettings(settings).keyset();
        if (!settings.isSet(KeysetSettings.KEYSET)) {
            settings.refuse(KeysetSettings.KEYSET, "is required");
        }
        settings.throwIfAnyWrong();
        return new KeysetConfig(keyset.orElseThrow());
    }
}
