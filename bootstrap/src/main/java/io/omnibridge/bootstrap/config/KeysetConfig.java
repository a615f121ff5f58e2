package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.sealing.Keyset;
import java.util.Map;
import java.util.Optional;

/** The part of the configuration that commands need which change a keyset and open no store. It prints no secret. */
public record KeysetConfig(Keyset keyset) {

    /**
     * Reads this part from environment variables. Other settings are accepted unread; unknown names are rejected.
     *
     * @throws ConfigInvalid with every problem
     */
    public static KeysetConfig from(Map<String, String> environment) throws ConfigInvalid {
        Settings settings = Settings.ofPart(environment);
        Optional<Keyset> keyset = new KeysetSettings(settings).keyset();
        settings.require(KeysetSettings.KEYSET);
        settings.throwIfAnyWrong();
        return new KeysetConfig(keyset.orElseThrow());
    }
}
