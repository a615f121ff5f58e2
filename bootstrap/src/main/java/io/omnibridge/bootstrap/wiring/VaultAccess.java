package io.omnibridge.bootstrap.wiring;

import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.ConnectConfig;
import io.omnibridge.bootstrap.config.VaultConfig;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;

/** How a command gets at the vault that the environment names. Cannot print itself: the environment may have secrets. */
public final class VaultAccess {

    private final Map<String, String> environment;
    private final Clock clock;
    private final SecureRandom random;

    public VaultAccess(Map<String, String> environment, Clock clock, SecureRandom random) {
        this.environment = environment;
        this.clock = clock;
        this.random = random;
    }

    public Map<String, String> environment() {
        return environment;
    }

    public Clock clock() {
        return clock;
    }

    /** The providers that are set up, of which there may be none. */
    public ProviderWiring providers() throws ConfigInvalid {
        return ProviderWiring.of(ConnectConfig.from(environment), clock);
    }

    /** What gives back the grants of {@code vault}. */
    public GrantWiring grants(OpenVault vault, ProviderWiring providers) {
        return vault.grants(providers, clock, random);
    }

    /** As {@link OpenVault#reading}. */
    public OpenVault reading() throws ConfigInvalid {
        return reading(VaultConfig.from(environment));
    }

    /** As {@link OpenVault#reading}, where {@code config} says. */
    public OpenVault reading(VaultConfig config) throws ConfigInvalid {
        return OpenVault.reading(config, clock, random);
    }

    /** As {@link OpenVault#writing}. */
    public OpenVault writing() throws ConfigInvalid {
        return OpenVault.writing(VaultConfig.from(environment), clock, random);
    }
}
