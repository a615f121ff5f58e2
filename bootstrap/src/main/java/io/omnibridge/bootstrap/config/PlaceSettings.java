package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.postgres.PostgresPassword;
import io.omnibridge.adapters.store.postgres.PostgresSettings;
import io.omnibridge.adapters.store.postgres.PostgresTransport;
import io.omnibridge.adapters.store.redis.client.RedisSettings;
import io.omnibridge.adapters.store.redis.client.RedisUrl;
import io.omnibridge.adapters.store.vault.StoreLimits;
import io.omnibridge.domain.InvalidValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads where the stores outside this process are, who enters them, and how long to wait for them. */
final class PlaceSettings {

    private static final String TIMEOUT = "OMNIBRIDGE_STORE_TIMEOUT";
    private static final String CONNECTIONS = "OMNIBRIDGE_STORE_CONNECTIONS";
    private static final String START_TIMEOUT = "OMNIBRIDGE_STORE_START_TIMEOUT";
    private static final List<String> LIMITS = List.of(TIMEOUT, CONNECTIONS, START_TIMEOUT);

    private static final String POSTGRES_URL = "OMNIBRIDGE_POSTGRES_URL";
    private static final String POSTGRES_USER = "OMNIBRIDGE_POSTGRES_USER";
    private static final String POSTGRES_PASSWORD = "OMNIBRIDGE_POSTGRES_PASSWORD";
    private static final List<String> POSTGRES = List.of(POSTGRES_URL, POSTGRES_USER, POSTGRES_PASSWORD);

    private static final String REDIS_URL = "OMNIBRIDGE_REDIS_URL";

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int MAX_CONNECTIONS = 1_000;

    private final Settings settings;
    private final Function<StoreKind, String> choice;

    /** @param choice what chose a store of a kind, in words */
    PlaceSettings(Settings settings, Function<StoreKind, String> choice) {
        this.settings = settings;
        this.choice = choice;
        settings.alsoKnown(POSTGRES_URL, POSTGRES_USER);
        settings.alsoKnownSecrets(POSTGRES_PASSWORD, REDIS_URL);
    }

    /** The settings that are given and have no effect on a store of {@code kind}. */
    List<String> unusedBy(StoreKind kind) {
        List<String> unused = new ArrayList<>();
        if (kind == StoreKind.MEMORY) {
            unused.addAll(LIMITS);
        }
        if (kind != StoreKind.POSTGRES) {
            unused.addAll(POSTGRES);
        }
        if (kind != StoreKind.REDIS) {
            unused.add(REDIS_URL);
        }
        unused.removeIf(name -> !settings.isSet(name));
        return List.copyOf(unused);
    }

    /**
     * Where the store of {@code kind} is; empty where a setting is missing or wrong.
     *
     * @param kind one that is outside this process
     */
    Optional<Config.Place> place(StoreKind kind, boolean allowCleartext) {
        return kind == StoreKind.REDIS ? redis(allowCleartext) : postgres(allowCleartext);
    }

    void requireWith(StoreKind kind, String... names) {
        for (String name : names) {
            if (!settings.isSet(name)) {
                settings.refuse(name, "is required with " + choice.apply(kind));
            }
        }
    }

    private Optional<Config.Place> postgres(boolean allowCleartext) {
        requireWith(StoreKind.POSTGRES, POSTGRES_URL, POSTGRES_USER, POSTGRES_PASSWORD);
        StoreLimits limits = limits(PostgresSettings.DEFAULT_CONNECTIONS);
        Optional<String> url = settings.read(POSTGRES_URL, value -> postgresUrl(value, limits, allowCleartext));
        Optional<String> user = settings.read(POSTGRES_USER, Function.identity());
        Optional<PostgresPassword> password = settings.readSecret(POSTGRES_PASSWORD, PostgresPassword::new);
        if (url.isEmpty() || user.isEmpty() || password.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Config.Place.Postgres(new PostgresSettings(url.get(), user.get(), password.get(), limits)));
    }

    private static String postgresUrl(String value, StoreLimits limits, boolean allowCleartext) {
        new PostgresSettings(value, "any", new PostgresPassword("any"), limits);
        requirePrivate(
                PostgresTransport.isPrivate(value) || allowCleartext,
                "add sslmode=verify-full to it (at least sslmode=require)");
        return value;
    }

    private Optional<Config.Place> redis(boolean allowCleartext) {
        requireWith(StoreKind.REDIS, REDIS_URL);
        StoreLimits limits = limits(RedisSettings.DEFAULT_CONNECTIONS);
        return settings.readSecret(REDIS_URL, value -> redisUrl(value, allowCleartext))
                .map(url -> new Config.Place.Redis(new RedisSettings(url, allowCleartext, limits)));
    }

    private static RedisUrl redisUrl(String value, boolean allowCleartext) {
        RedisUrl url = RedisUrl.parse(value);
        requirePrivate(url.hasPrivateTraffic() || allowCleartext, "use rediss://");
        return url;
    }

    private static void requirePrivate(boolean isPrivate, String remedy) {
        InvalidValue.unless(
                isPrivate,
                "leads beyond loopback without TLS: " + remedy
                        + ", or set OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else encrypts");
    }

    /** A mistake in them is one although the memory has no use for them. */
    void checkLimits() {
        limits(1);
    }

    private StoreLimits limits(int usualConnections) {
        return new StoreLimits(
                settings.read(TIMEOUT, value -> Values.duration(value, SHORTEST, Duration.ofMinutes(1)))
                        .orElse(StoreLimits.DEFAULT_DEADLINE),
                settings.read(CONNECTIONS, Values.integer(1, MAX_CONNECTIONS)).orElse(usualConnections),
                settings.read(START_TIMEOUT, value -> Values.duration(value, SHORTEST, Duration.ofHours(1)))
                        .orElse(StoreLimits.DEFAULT_START_TIMEOUT));
    }
}
