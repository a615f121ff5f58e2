package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.sealing.Keyset;
import java.util.List;
import java.util.Optional;

/** Reads the settings that say where accounts are kept, and under which keys. */
final class StoreSettings {

    private static final String STORE = "OMNIBRIDGE_STORE";
    private static final String KEYSET = KeysetSettings.KEYSET;

    private final Settings settings;
    private final PlaceSettings places;

    StoreSettings(Settings settings) {
        this.settings = settings;
        this.places = new PlaceSettings(settings, kind -> STORE + "=" + kind.word());
    }

    /** The settings of stores that were not chosen are no mistake: whoever tries another store need not remove them. */
    Optional<Config.Store> store(boolean allowCleartext) {
        Optional<Keyset> keyset = new KeysetSettings(settings).keyset();
        StoreKind kind = settings.read(STORE, Values.oneOf(StoreKind.class)).orElse(StoreKind.MEMORY);
        List<String> unused = places.unusedBy(kind);
        if (kind == StoreKind.MEMORY) {
            places.checkLimits();
            return Optional.of(new Config.Store.Memory(keyset, unused));
        }
        places.requireWith(kind, KEYSET);
        return places.place(kind, allowCleartext)
                .flatMap(place -> keyset.map(keys -> new Config.Store.Durable(place, keys, unused)));
    }
}
