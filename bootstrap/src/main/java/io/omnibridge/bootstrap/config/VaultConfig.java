package io.omnibridge.bootstrap.config;

import java.util.Map;
import java.util.Optional;

/**
 * The part of the configuration that names a vault, for commands that open it. No part of it prints a secret.
 *
 * @param issuer the issuer of the users' JWTs
 * @param userClaim the claim whose value is the user id
 */
public record VaultConfig(String issuer, String userClaim, StoreConfig store) {

    /**
     * Reads this part from environment variables. Other settings are accepted unread; unknown names are rejected.
     *
     * @throws ConfigInvalid with every problem
     */
    public static VaultConfig from(Map<String, String> environment) throws ConfigInvalid {
        Settings settings = Settings.ofPart(environment);
        JwtSettings jwt = new JwtSettings(settings);
        Optional<String> issuer = jwt.issuer();
        String userClaim = jwt.userClaim();
        Optional<StoreConfig> store = new StoreSettings(settings).store();
        settings.throwIfAnyWrong();
        return new VaultConfig(issuer.orElseThrow(), userClaim, store.orElseThrow());
    }
}
