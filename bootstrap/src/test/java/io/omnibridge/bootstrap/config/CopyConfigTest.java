package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.sealing.Keyset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CopyConfigTest {

    private static final Map<String, String> BOTH = Map.of(
            "OMNIBRIDGE_JWT_ISSUER", "https://issuer.example",
            "OMNIBRIDGE_KEYSET", Keyset.generate().toJson(),
            "OMNIBRIDGE_POSTGRES_URL", "jdbc:postgresql:vault",
            "OMNIBRIDGE_POSTGRES_USER", "omnibridge",
            "OMNIBRIDGE_POSTGRES_PASSWORD", "kept-to-itself",
            "OMNIBRIDGE_REDIS_URL", "redis://:kept-to-itself@127.0.0.1");

    @Test
    @Tag("S6")
    void the_settings_of_both_stores_are_read() throws ConfigInvalid {
        Map<String, String> settings = new HashMap<>(BOTH);
        settings.put("OMNIBRIDGE_STORE", "memory");
        settings.put("OMNIBRIDGE_STORE_TIMEOUT", "5s");

        CopyConfig config = CopyConfig.from(settings, StoreKind.REDIS, StoreKind.POSTGRES);

        StoreConfig.Durable source =
                assertInstanceOf(StoreConfig.Durable.class, config.source().store());
        assertEquals(
                5,
                assertInstanceOf(ServerConfig.Redis.class, source.server())
                        .settings()
                        .limits()
                        .deadline()
                        .toSeconds());
        assertEquals(
                5,
                assertInstanceOf(ServerConfig.Postgres.class, config.target())
                        .settings()
                        .limits()
                        .deadline()
                        .toSeconds());
        assertFalse(config.toString().contains("kept-to-itself"));
    }

    @Test
    @Tag("T1")
    void every_problem_of_either_store_is_reported_once() {
        Map<String, String> wrong = new HashMap<>(BOTH);
        wrong.remove("OMNIBRIDGE_KEYSET");
        wrong.remove("OMNIBRIDGE_POSTGRES_USER");
        wrong.put("OMNIBRIDGE_REDIS_URL", "redis://redis.example");
        wrong.put("OMNIBRIDGE_STORE_TIMEOUT", "0s");

        List<String> problems = assertThrows(
                        ConfigInvalid.class, () -> CopyConfig.from(wrong, StoreKind.POSTGRES, StoreKind.REDIS))
                .problems();

        assertEquals(
                List.of(
                        "OMNIBRIDGE_KEYSET is required with --from postgres",
                        "OMNIBRIDGE_POSTGRES_USER is required with --from postgres",
                        "OMNIBRIDGE_STORE_TIMEOUT must be from 1s to 60s",
                        "OMNIBRIDGE_REDIS_URL leads beyond loopback without TLS: use rediss://, or set"
                                + " OMNIBRIDGE_ALLOW_CLEARTEXT=true when something else encrypts"),
                problems);
    }
}
