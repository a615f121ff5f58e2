package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.postgres.PostgresPassword;
import io.omnibridge.adapters.store.postgres.PostgresSettings;
import io.omnibridge.adapters.store.postgres.PostgresTransport;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the settings that say where accounts are kept, and under which keys. */
final class StoreSettings {

    private static final String STORE = "OMNIBRIDGE_STORE";
    private static final String KEYSET = "OMNIBRIDGE_KEYSET";
    private static final String TIMEOUT = "OMNIBRIDGE_STORE_TIMEOUT";
    private static final String URL = "OMNIBRIDGE_POSTGRES_URL";
    private static final String USER = "OMNIBRIDGE_POSTGRES_USER";
    private static final String PASSWORD = "OMNIBRIDGE_POSTGRES_PASSWORD";
    private static final String REDIS_URL = "OMNIBRIDGE_REDIS_URL";

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Settings settings;

    StoreSettings(Settings settings) {
        this.settings = settings;
    }

    /** The settings of stores that were not chosen are no mistake: whoever tries another store need not remove them. */
    Optional<Config.Store> store(boolean allowCleartext) {
        settings.alsoKnown(URL, USER, PASSWORD, PASSWORD + "_FILE", REDIS_URL, REDIS_URL + "_FILE");
        Optional<Keyset> keyset = settings.readSecret(KEYSET, Keyset::parse);
        Duration timeout = settings.read(TIMEOUT, value -> Values.duration(value, SHORTEST, LONGEST))
                .orElse(PostgresSettings.USUAL_DEADLINE);
        StoreKind kind = settings.read(STORE, StoreSettings::kind).orElse(StoreKind.MEMORY);
        return switch (kind) {
            case MEMORY ->
                Optional.of(new Config.Store.Memory(keyset, unused(TIMEOUT, URL, USER, PASSWORD, REDIS_URL)));
            case POSTGRES -> postgres(keyset, timeout, allowCleartext);
        };
    }

    private List<String> unused(String... names) {
        return List.of(names).stream().filter(settings::isSet).toList();
    }

    private Optional<Config.Store> postgres(Optional<Keyset> keyset, Duration timeout, boolean allowCleartext) {
        List.of(URL, USER, PASSWORD, KEYSET).stream()
                .filter(name -> !settings.isSet(name))
                .forEach(name -> settings.refuse(name, "is required with " + STORE + "=postgres"));
        Optional<String> url = settings.read(URL, value -> url(value, allowCleartext));
        Optional<String> user = settings.read(USER, Function.identity());
        Optional<PostgresPassword> password = settings.readSecret(PASSWORD, PostgresPassword::new);
        if (url.isEmpty() || user.isEmpty() || password.isEmpty()) {
            return Optional.empty();
        }
        PostgresSettings postgres = PostgresSettings.of(url.get(), user.get(), password.get(), timeout);
        return keyset.map(keys -> new Config.Store.Postgres(postgres, keys, unused(REDIS_URL)));
    }

    private static String url(String value, boolean allowCleartext) {
        PostgresSettings.of(value, "any", new PostgresPassword("any"), SHORTEST);
        InvalidValue.unless(
                PostgresTransport.isPrivate(value) || allowCleartext,
                "leads beyond loopback without TLS: add sslmode=verify-full to it (at least sslmode=require), or set"
                        + " OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else encrypts");
        return value;
    }

    private static StoreKind kind(String value) {
        InvalidValue.unless(!value.equals("redis"), "must be memory or postgres: this version has no store in Redis");
        return Values.oneOf(StoreKind.class).apply(value);
    }
}
