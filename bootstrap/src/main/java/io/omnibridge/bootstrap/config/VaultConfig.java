package io.omnibridge.bootstrap.config;

import java.util.Map;
import java.util.Optional;

/**
 * The part of the configuration that says which vault it is: what commands need that work on a store and serve nobody. It
 * holds nothing that prints a secret.
 *
 * @param issuer whose users the vault is about
 * @param userClaim the claim whose value is the user id
 */
public record VaultConfig(String issuer, String userClaim, Config.Store store) {

    /**
     * Reads this part from environment variables. The other settings of {@link Config} may stand beside it and are not
     * looked at; any other name is a mistake here too.
     *
     * @throws ConfigInvalid that names everything that is wrong
     */
    public static VaultConfig from(Map<String, String> environment) throws ConfigInvalid {
        Settings settings = new Settings(environment);
        settings.alsoKnown(ConfigReader.names());
        JwtSettings jwt = new JwtSettings(settings);
        boolean allowCleartext =
                settings.read(ConfigReader.ALLOW_CLEARTEXT, Values::bool).orElse(false);
        Optional<String> issuer = jwt.issuer();
        String userClaim = jwt.userClaim();
        Optional<Config.Store> store = new StoreSettings(settings).store(allowCleartext);
        settings.throwIfAnyWrong();
        return new VaultConfig(issuer.orElseThrow(), userClaim, store.orElseThrow());
    }
}
