package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.sealing.Keyset;
import java.util.List;
import java.util.Optional;

/** Reads the settings that choose the store, and the keyset that seals its contents. */
final class StoreSettings {

    private static final String STORE = "OMNIBRIDGE_STORE";

    private final Settings settings;
    private final ServerSettings servers;

    StoreSettings(Settings settings) {
        this.settings = settings;
        this.servers = new ServerSettings(settings, kind -> STORE + "=" + kind.word());
    }

    /** Reads the chosen store. Settings of the other stores are no problem, so that an operator can try another store. */
    Optional<StoreConfig> store() {
        Optional<Keyset> keyset = new KeysetSettings(settings).keyset();
        StoreKind kind = settings.read(STORE, Values.oneOf(StoreKind.class)).orElse(StoreKind.MEMORY);
        List<String> unused = servers.unusedBy(kind);
        if (kind == StoreKind.MEMORY) {
            servers.checkLimits();
            return Optional.of(new StoreConfig.Memory(keyset, unused));
        }
        servers.requireWith(kind, KeysetSettings.KEYSET);
        return servers.server(kind)
                .flatMap(server -> keyset.map(keys -> new StoreConfig.Durable(server, keys, unused)));
    }
}
