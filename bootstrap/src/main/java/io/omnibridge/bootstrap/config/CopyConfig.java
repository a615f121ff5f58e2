package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.sealing.Keyset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the configuration that {@code store copy} needs. No part of it prints a secret.
 *
 * @param source the vault that is copied
 * @param target the server that the vault is copied to
 */
public record CopyConfig(VaultConfig source, ServerConfig target) {

    /**
     * Reads this part from environment variables, as {@link VaultConfig} does, but for {@code OMNIBRIDGE_STORE}.
     *
     * @param from the kind of the source, a durable one
     * @param to the kind of the target, the other durable one
     * @throws ConfigInvalid with every problem
     */
    public static CopyConfig from(Map<String, String> environment, StoreKind from, StoreKind to) throws ConfigInvalid {
        Settings settings = Settings.ofPart(environment);
        JwtSettings jwt = new JwtSettings(settings);
        Optional<String> issuer = jwt.issuer();
        String userClaim = jwt.userClaim();
        ServerSettings servers =
                new ServerSettings(settings, kind -> (kind == from ? "--from " : "--to ") + kind.word());
        Optional<Keyset> keyset = new KeysetSettings(settings).keyset();
        servers.requireWith(from, KeysetSettings.KEYSET);
        Optional<ServerConfig> source = servers.server(from);
        Optional<ServerConfig> target = servers.server(to);
        settings.throwIfAnyWrong();
        StoreConfig store = new StoreConfig.Durable(source.orElseThrow(), keyset.orElseThrow(), List.of());
        return new CopyConfig(new VaultConfig(issuer.orElseThrow(), userClaim, store), target.orElseThrow());
    }
}
