package io.omnibridge.bootstrap.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of the configuration that says at which providers accounts can be connected, for commands that ask only these. */
public final class ConnectConfig {

    private ConnectConfig() {}

    /**
     * Reads this part from environment variables, whatever else is in them.
     *
     * @throws ConfigInvalid that names everything that is wrong, or that there are no providers
     */
    public static Config.Connect from(Map<String, String> environment) throws ConfigInvalid {
        Settings settings = new Settings(environment);
        settings.alsoKnown(ConfigReader.names());
        Optional<Config.Connect> connect = new ConnectSettings(environment, settings, false).connect();
        settings.throwIfAnyWrong();
        return connect.filter(found -> found.publicUrl().isPresent()
                        && !found.catalogue().all().isEmpty())
                .orElseThrow(() ->
                        new ConfigInvalid(List.of("OMNIBRIDGE_PROVIDERS_FILE is required, with a provider in it")));
    }
}
