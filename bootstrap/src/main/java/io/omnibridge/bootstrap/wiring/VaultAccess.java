package io.omnibridge.bootstrap.wiring;

import io.omnibridge.bootstrap.config.ConfigInvalid;
import io.omnibridge.bootstrap.config.ConnectConfig;
import io.omnibridge.bootstrap.config.VaultConfig;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The environment, the clock and the randomness of the program, and the way to the vault that the environment names. Has no
 * {@code toString}, because the environment may contain secrets.
 */
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

    public SecureRandom random() {
        return random;
    }

    /** Opens the vault as {@link VaultOpener#reading} does. */
    public OpenVault reading() throws ConfigInvalid {
        return reading(VaultConfig.from(environment));
    }

    /** Opens the vault of {@code config} as {@link VaultOpener#reading} does. */
    public OpenVault reading(VaultConfig config) throws ConfigInvalid {
        return VaultOpener.reading(config, clock, random);
    }

    /** Opens the vault as {@link InspectedVault#open} does. */
    public InspectedVault inspecting() throws ConfigInvalid {
        return InspectedVault.open(VaultConfig.from(environment), clock, random);
    }

    /** Opens the vault as {@link VaultOpener#writing} does. */
    public OpenVault writing() throws ConfigInvalid {
        return VaultOpener.writing(VaultConfig.from(environment), clock, random);
    }

    /** Returns the configured providers, of which there may be none. */
    public ProviderWiring providers() throws ConfigInvalid {
        return ProviderWiring.of(ConnectConfig.from(environment), clock);
    }

    /** Returns how long an account may stay unused; empty if for ever. */
    public Optional<Duration> keepAlive() throws ConfigInvalid {
        return ConnectConfig.from(environment).keepAlive();
    }

    /** Returns the use cases that refresh and revoke the grants of {@code vault}. */
    public GrantWiring grants(OpenVault vault, ProviderWiring providers) {
        return new GrantWiring(
                vault.ports(), providers.catalogue(), providers.servers(), vault.sealers(), vault.clock(), random);
    }
}
