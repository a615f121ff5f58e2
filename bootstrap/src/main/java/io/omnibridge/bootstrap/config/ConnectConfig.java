package io.omnibridge.bootstrap.config;

import java.util.Map;
import java.util.Optional;

/** Reads the part of the configuration that is about providers, for commands that need nothing else. */
public final class ConnectConfig {

    private ConnectConfig() {}

    /**
     * Reads this part from environment variables. Other settings are accepted unread; unknown names are rejected.
     *
     * @throws ConfigInvalid with every problem
     */
    public static Config.Connect from(Map<String, String> environment) throws ConfigInvalid {
        Settings settings = Settings.ofPart(environment);
        Optional<Config.Connect> connect = new ConnectSettings(environment, settings, Optional.empty())
                .connect(new EgressSettings(settings).toProviders());
        settings.throwIfAnyWrong();
        return connect.orElseThrow();
    }
}
