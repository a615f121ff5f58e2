package io.omnibridge.bootstrap.config;

import io.omnibridge.adapters.store.postgres.PostgresPassword;
import io.omnibridge.adapters.store.postgres.PostgresSettings;
import io.omnibridge.adapters.store.postgres.PostgresTransport;
import io.omnibridge.adapters.store.redis.client.RedisSettings;
import io.omnibridge.adapters.store.vault.StoreLimits;
import io.omnibridge.adapters.support.tls.TrustedCertificates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** Reads the settings of PostgreSQL and Redis: URL, credentials, and limits. */
final class ServerSettings {

    private static final String TIMEOUT = "OMNIBRIDGE_STORE_TIMEOUT";
    private static final String CONNECTIONS = "OMNIBRIDGE_STORE_CONNECTIONS";
    private static final String START_TIMEOUT = "OMNIBRIDGE_STORE_START_TIMEOUT";
    private static final List<String> LIMITS = List.of(TIMEOUT, CONNECTIONS, START_TIMEOUT);

    private static final String POSTGRES_URL = "OMNIBRIDGE_POSTGRES_URL";
    private static final String POSTGRES_USER = "OMNIBRIDGE_POSTGRES_USER";
    private static final String POSTGRES_PASSWORD = "OMNIBRIDGE_POSTGRES_PASSWORD";
    private static final List<String> POSTGRES = List.of(POSTGRES_URL, POSTGRES_USER, POSTGRES_PASSWORD);

    private static final String REDIS_URL = "OMNIBRIDGE_REDIS_URL";
    private static final String REDIS_CA = "OMNIBRIDGE_REDIS_CA";
    private static final List<String> REDIS = List.of(REDIS_URL, REDIS_CA);

    private static final Duration MIN_TIMEOUT = Duration.ofSeconds(1);
    private static final int MAX_CONNECTIONS = 1_000;

    private final Settings settings;
    private final Function<StoreKind, String> choice;
    private final Cleartext cleartext;

    /** @param choice returns the setting or option that chose a kind, for messages */
    ServerSettings(Settings settings, Function<StoreKind, String> choice) {
        this.settings = settings;
        this.choice = choice;
        this.cleartext = new Cleartext(settings.isCleartextAllowed());
        settings.alsoKnown(POSTGRES_URL, POSTGRES_USER);
        settings.alsoKnownSecrets(POSTGRES_PASSWORD, REDIS_URL, REDIS_CA);
    }

    /** Returns the settings that are set and have no effect on a store of {@code kind}. */
    List<String> unusedBy(StoreKind kind) {
        List<String> unused = new ArrayList<>();
        if (kind == StoreKind.MEMORY) {
            unused.addAll(LIMITS);
        }
        if (kind != StoreKind.POSTGRES) {
            unused.addAll(POSTGRES);
        }
        if (kind != StoreKind.REDIS) {
            unused.addAll(REDIS);
        }
        unused.removeIf(name -> !settings.isSet(name));
        return List.copyOf(unused);
    }

    /**
     * Returns the server of a store; empty if a setting is missing or wrong.
     *
     * @param kind a durable kind
     */
    Optional<ServerConfig> server(StoreKind kind) {
        return kind == StoreKind.REDIS ? redis() : postgres();
    }

    /** Rejects each of {@code names} that is not set, although {@code kind} was chosen. */
    void requireWith(StoreKind kind, String... names) {
        for (String name : names) {
            if (!settings.isSet(name)) {
                settings.reject(name, "is required with " + choice.apply(kind));
            }
        }
    }

    private Optional<ServerConfig> postgres() {
        requireWith(StoreKind.POSTGRES, POSTGRES_URL, POSTGRES_USER, POSTGRES_PASSWORD);
        StoreLimits limits = limits(PostgresSettings.DEFAULT_CONNECTIONS);
        Optional<String> url = settings.read(POSTGRES_URL, value -> postgresUrl(value, limits));
        Optional<String> user = settings.read(POSTGRES_USER, Function.identity());
        Optional<PostgresPassword> password = settings.watched()
                .read(POSTGRES_PASSWORD, Function.<String>identity())
                .map(PostgresPassword::new);
        if (url.isEmpty() || user.isEmpty() || password.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ServerConfig.Postgres(new PostgresSettings(url.get(), user.get(), password.get(), limits)));
    }

    private String postgresUrl(String value, StoreLimits limits) {
        new PostgresSettings(value, "any", new PostgresPassword("any"), limits);
        cleartext.requirePrivate(
                PostgresTransport.isPrivate(value), "add sslmode=verify-full to it (at least sslmode=require)");
        return value;
    }

    private Optional<ServerConfig> redis() {
        requireWith(StoreKind.REDIS, REDIS_URL);
        StoreLimits limits = limits(RedisSettings.DEFAULT_CONNECTIONS);
        Optional<SSLContext> tls = settings.readSecretDocument(REDIS_CA, TrustedCertificates::parse)
                .map(TrustedCertificates::trustedAlone);
        return settings.watched()
                .read(REDIS_URL, new RedisUrlReader(cleartext))
                .map(login -> new RedisSettings(login.get(), login, tls, cleartext.isAllowed(), limits))
                .map(ServerConfig.Redis::new);
    }

    /** Rejects invalid limits also for the store in memory, which does not use them. */
    void checkLimits() {
        limits(1);
    }

    private StoreLimits limits(int defaultConnections) {
        return new StoreLimits(
                settings.read(TIMEOUT, value -> Values.duration(value, MIN_TIMEOUT, Duration.ofMinutes(1)))
                        .orElse(StoreLimits.DEFAULT_DEADLINE),
                settings.read(CONNECTIONS, Values.integer(1, MAX_CONNECTIONS)).orElse(defaultConnections),
                settings.read(START_TIMEOUT, value -> Values.duration(value, MIN_TIMEOUT, Duration.ofHours(1)))
                        .orElse(StoreLimits.DEFAULT_START_TIMEOUT));
    }
}
