package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.postgres.PostgresSettings;
import io.omnibridge.adapters.store.redis.client.RedisSettings;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.vault.StoreLimits;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSettingsTest extends ConfigFixture {

    private static final String REDIS_URL = "OMNIBRIDGE_REDIS_URL";
    private static final String URL = "OMNIBRIDGE_POSTGRES_URL";
    private static final Map<String, String> POSTGRES = Map.of(
            "OMNIBRIDGE_STORE", "postgres",
            "OMNIBRIDGE_KEYSET", Keyset.generate().toJson(),
            "OMNIBRIDGE_POSTGRES_USER", "omnibridge",
            "OMNIBRIDGE_POSTGRES_PASSWORD", "secret");

    @Test
    void the_settings_of_postgresql_are_read() throws ConfigInvalid {
        PostgresSettings defaults = settings(Map.of(URL, "jdbc:postgresql://localhost:5433/vault"));
        PostgresSettings longTimeout = settings(Map.of(URL, "jdbc:postgresql:vault", "OMNIBRIDGE_STORE_TIMEOUT", "5s"));
        StoreLimits many = settings(Map.of(
                        URL,
                        "jdbc:postgresql:vault",
                        "OMNIBRIDGE_STORE_CONNECTIONS",
                        "40",
                        "OMNIBRIDGE_STORE_START_TIMEOUT",
                        "2m"))
                .limits();

        assertEquals("jdbc:postgresql://localhost:5433/vault", defaults.url());
        assertEquals("omnibridge", defaults.user());
        assertEquals(Duration.ofSeconds(2), defaults.limits().deadline());
        assertEquals(10, defaults.limits().connections());
        assertEquals(Duration.ofSeconds(30), defaults.limits().startTimeout());
        assertEquals(Duration.ofSeconds(5), longTimeout.limits().deadline());
        assertEquals(new StoreLimits(Duration.ofSeconds(2), 40, Duration.ofMinutes(2)), many);
    }

    @Test
    @Tag("C6")
    void missing_settings_of_postgresql_are_reported_together() {
        Map<String, String> none = new HashMap<>(POSTGRES);
        none.keySet().removeIf(name -> name.startsWith("OMNIBRIDGE_POSTGRES") || name.equals("OMNIBRIDGE_KEYSET"));

        assertEquals(
                List.of(
                        "OMNIBRIDGE_KEYSET is required with OMNIBRIDGE_STORE=postgres",
                        "OMNIBRIDGE_POSTGRES_URL is required with OMNIBRIDGE_STORE=postgres",
                        "OMNIBRIDGE_POSTGRES_USER is required with OMNIBRIDGE_STORE=postgres",
                        "OMNIBRIDGE_POSTGRES_PASSWORD is required with OMNIBRIDGE_STORE=postgres"),
                problems(none));
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://host/vault, url must begin with jdbc:postgresql:",
        "jdbc:postgresql://host/vault?passw%6Frd=x, url must not have a password: it has its own setting",
        "jdbc:postgresql://host/vault?%50ASSWORD=x, url must not have a password: it has its own setting",
        "jdbc:postgresql://host/vault?user=a&sslp%61ssword=x, url must not have a password: it has its own setting",
        "jdbc:postgresql://user:x@host/vault, url must not have a password: it has its own setting",
        "jdbc:postgresql://host/vault?a=%zz, url must have two hexadecimal digits behind each %",
        "jdbc:postgresql://host/vault?password=x, url must not have a password: it has its own setting",
        "jdbc:postgresql://host:port/vault, must be a URL such as jdbc:postgresql://host:5432/database",
        "jdbc:postgresql://host/vault?sslmode=maybe, has an sslmode that the driver does not know"
    })
    @Tag("S22")
    void an_unusable_url_is_rejected_without_being_repeated(String url, String problem) {
        assertEquals(List.of(URL + " " + problem), problems(postgres(Map.of(URL, url))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://192.0.2.1/vault",
                "jdbc:postgresql://192.0.2.1/vault?sslmode=prefer",
                "jdbc:postgresql://192.0.2.1/vault?ssl=true&sslmode=disable",
                "jdbc:postgresql://127.0.0.1,192.0.2.1/vault",
                "jdbc:postgresql://no-such-host.invalid/vault"
            })
    @Tag("T1")
    void a_database_beyond_loopback_is_rejected_without_tls(String url) throws ConfigInvalid {
        assertEquals(
                List.of(URL + " leads beyond loopback without TLS: add sslmode=verify-full to it (at least"
                        + " sslmode=require), or set OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else encrypts"),
                problems(postgres(Map.of(URL, url))));
        assertEquals(
                url,
                settings(Map.of(URL, url, "OMNIBRIDGE_ALLOW_CLEARTEXT", "true")).url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://192.0.2.1/vault?sslmode=require",
                "jdbc:postgresql://192.0.2.1/vault?sslmode=verify-ca",
                "jdbc:postgresql://192.0.2.1,192.0.2.2/vault?sslmode=verify-full",
                "jdbc:postgresql://192.0.2.1/vault?ssl=true",
                "jdbc:postgresql://127.0.0.1,[::1]/vault"
            })
    @Tag("T1")
    void a_database_on_loopback_or_behind_tls_is_accepted(String url) throws ConfigInvalid {
        assertEquals(url, settings(Map.of(URL, url)).url());
    }

    @Test
    void the_settings_of_redis_are_read() throws ConfigInvalid {
        RedisSettings settings = redis(Map.of(REDIS_URL, "redis://localhost:7000/2"));

        assertTrue(settings.url().hasPrivateTraffic());
        assertFalse(settings.allowCleartext());
        assertEquals(new StoreLimits(Duration.ofSeconds(2), 64, Duration.ofSeconds(30)), settings.limits());
    }

    @Test
    @Tag("C6")
    void missing_settings_of_redis_are_reported_together() {
        Map<String, String> none = new HashMap<>(POSTGRES);
        none.put("OMNIBRIDGE_STORE", "redis");
        none.remove("OMNIBRIDGE_KEYSET");

        assertEquals(
                List.of(
                        "OMNIBRIDGE_KEYSET is required with OMNIBRIDGE_STORE=redis",
                        "OMNIBRIDGE_REDIS_URL is required with OMNIBRIDGE_STORE=redis"),
                problems(none));
    }

    @Test
    @Tag("T1")
    void redis_beyond_loopback_is_rejected_without_tls() throws ConfigInvalid {
        Map<String, String> remote = Map.of("OMNIBRIDGE_STORE", "redis", REDIS_URL, "redis://192.0.2.1");

        assertEquals(
                List.of(REDIS_URL + " leads beyond loopback without TLS: use rediss://, or set"
                        + " OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else encrypts"),
                problems(postgres(remote)));
        assertTrue(redis(Map.of(REDIS_URL, "redis://192.0.2.1", "OMNIBRIDGE_ALLOW_CLEARTEXT", "true"))
                .allowCleartext());
        assertTrue(redis(Map.of(REDIS_URL, "rediss://192.0.2.1")).url().tls());
    }

    @Test
    void settings_of_other_stores_are_reported_as_unused() throws ConfigInvalid {
        Config memory =
                with(postgres(Map.of("OMNIBRIDGE_STORE", "memory", URL, "nonsense", "OMNIBRIDGE_STORE_TIMEOUT", "2s")));

        assertEquals(
                List.of("OMNIBRIDGE_STORE_TIMEOUT", URL, "OMNIBRIDGE_POSTGRES_USER", "OMNIBRIDGE_POSTGRES_PASSWORD"),
                memory.store().unused());
        assertEquals(
                List.of("OMNIBRIDGE_REDIS_URL"),
                with(postgres(Map.of(URL, "jdbc:postgresql:vault", "OMNIBRIDGE_REDIS_URL", "redis://host")))
                        .store()
                        .unused());
    }

    private static RedisSettings redis(Map<String, String> more) throws ConfigInvalid {
        Map<String, String> all = new HashMap<>(more);
        all.put("OMNIBRIDGE_STORE", "redis");
        return ((ServerConfig.Redis) server(with(postgres(all)))).settings();
    }

    private static ServerConfig server(Config config) {
        return ((StoreConfig.Durable) config.store()).server();
    }

    private static PostgresSettings settings(Map<String, String> more) throws ConfigInvalid {
        return ((ServerConfig.Postgres) server(with(postgres(more)))).settings();
    }

    /** Returns the settings of PostgreSQL, replaced and completed by {@code more}. */
    private static Map<String, String> postgres(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(POSTGRES);
        settings.putAll(more);
        return settings;
    }
}
