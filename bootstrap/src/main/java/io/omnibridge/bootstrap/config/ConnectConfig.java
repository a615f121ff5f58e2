package io.omnibridge.bootstrap.config;

import java.util.Map;
import java.util.Optional;

/** The part of the configuration that says at which providers accounts can be connected, for commands that ask only these. */
public final class ConnectConfig {

    private ConnectConfig() {}

    /**
     * Reads this part from environment variables, whatever else is in them.
     *
     * @throws ConfigInvalid that names everything that is wrong
     */
    public static Config.Connect from(Map<String, String> environment) throws ConfigInvalid {
        Settings settings = new Settings(environment);
        settings.alsoKnown(ConfigReader.names());
        Optional<Config.Connect> connect = new ConnectSettings(environment, settings, false).connect();
        settings.throwIfAnyWrong();
        return connect.orElseThrow();
    }
}
