package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.sealing.Keyset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the configuration that says which vault is copied from where to where. It holds nothing that prints a secret.
 *
 * @param source the vault that is copied
 * @param target where it is copied to
 */
public record CopyConfig(VaultConfig source, Config.Place target) {

    /**
     * Reads this part from environment variables, as {@link VaultConfig} does. Which store nodes are to use does not matter.
     *
     * @param from what is copied from, outside a process
     * @param to what is copied to, outside a process and another kind of store
     * @throws ConfigInvalid that names everything that is wrong
     */
    public static CopyConfig from(Map<String, String> environment, StoreKind from, StoreKind to) throws ConfigInvalid {
        Settings settings = new Settings(environment);
        settings.alsoKnown(ConfigReader.names());
        JwtSettings jwt = new JwtSettings(settings);
        boolean allowCleartext =
                settings.read(ConfigReader.ALLOW_CLEARTEXT, Values::bool).orElse(false);
        Optional<String> issuer = jwt.issuer();
        String userClaim = jwt.userClaim();
        PlaceSettings places = new PlaceSettings(settings, kind -> (kind == from ? "--from " : "--to ") + kind.word());
        Optional<Keyset> keyset = new KeysetSettings(settings).keyset();
        places.requireWith(from, KeysetSettings.KEYSET);
        Optional<Config.Place> source = places.place(from, allowCleartext);
        Optional<Config.Place> target = places.place(to, allowCleartext);
        settings.throwIfAnyWrong();
        Config.Store store = new Config.Store.Durable(source.orElseThrow(), keyset.orElseThrow(), List.of());
        return new CopyConfig(new VaultConfig(issuer.orElseThrow(), userClaim, store), target.orElseThrow());
    }
}
