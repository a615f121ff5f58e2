package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.support.http.Egress;
import io.omnibridge.adapters.support.jwks.JwksEndpoint;
import io.omnibridge.bootstrap.logging.LogFormat;
import io.omnibridge.bootstrap.logging.LogLevel;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest extends ConfigFixture {

    @Test
    void settings_have_defaults() throws ConfigInvalid {
        Config config = Config.from(REQUIRED);

        assertEquals("127.0.0.1", config.httpHost());
        assertEquals(8080, config.httpPort());
        assertEquals(Optional.empty(), config.metricsPort());
        assertEquals("https://issuer.example", config.jwtPolicy().issuer());
        assertEquals("omnibridge", config.jwtPolicy().audience());
        assertEquals("sub", config.jwtPolicy().userClaim());
        assertEquals(Duration.ofSeconds(30), config.jwtPolicy().leeway());
        assertEquals(false, config.jwtPolicy().requireAtJwt());
        assertInstanceOf(JwtKeys.Shared.class, config.jwtKeys());
        assertEquals(false, config.jwtPolicy().requireScopes());
        assertEquals(true, config.linkByToken());
        assertEquals(new StoreConfig.Memory(Optional.empty(), List.of()), config.store());
        assertEquals(1000, config.maxAccountsPerUser());
        assertEquals(LogFormat.TEXT, config.logFormat());
        assertEquals(LogLevel.INFO, config.logLevel());
    }

    @Test
    void settings_replace_the_defaults() throws ConfigInvalid {
        Map<String, String> everything = new HashMap<>(Map.of(
                "OMNIBRIDGE_HTTP_HOST", "::1",
                "OMNIBRIDGE_HTTP_PORT", "65535",
                "OMNIBRIDGE_METRICS_PORT", "9090",
                "OMNIBRIDGE_JWT_USER_CLAIM", "user",
                "OMNIBRIDGE_JWT_LEEWAY", "5m",
                "OMNIBRIDGE_JWT_REQUIRE_AT_JWT", "true",
                "OMNIBRIDGE_REQUIRE_SCOPES", "true",
                "OMNIBRIDGE_LINK_BY_TOKEN", "false",
                "OMNIBRIDGE_STORE", "memory",
                "OMNIBRIDGE_KEYSET", Keyset.generate().toJson()));
        everything.put("OMNIBRIDGE_MAX_ACCOUNTS_PER_USER", "1");
        everything.put("OMNIBRIDGE_LOG_FORMAT", "json");
        everything.put("OMNIBRIDGE_LOG_LEVEL", "trace");
        Config config = with(everything);

        assertEquals("::1", config.httpHost());
        assertEquals(65_535, config.httpPort());
        assertEquals(Optional.of(9090), config.metricsPort());
        assertEquals("user", config.jwtPolicy().userClaim());
        assertEquals(Duration.ofMinutes(5), config.jwtPolicy().leeway());
        assertEquals(true, config.jwtPolicy().requireAtJwt());
        assertEquals(true, config.jwtPolicy().requireScopes());
        assertEquals(false, config.linkByToken());
        assertTrue(((StoreConfig.Memory) config.store()).keyset().isPresent());
        assertEquals(1, config.maxAccountsPerUser());
        assertEquals(LogFormat.JSON, config.logFormat());
        assertEquals(LogLevel.TRACE, config.logLevel());
    }

    @Test
    void a_jwks_url_replaces_the_secret() throws ConfigInvalid {
        Map<String, String> published = new HashMap<>(REQUIRED);
        published.remove("OMNIBRIDGE_JWT_SECRET");
        published.put("OMNIBRIDGE_JWKS_URL", "https://issuer.example/jwks.json");

        assertEquals(
                new JwtKeys.Published(
                        new JwksEndpoint(URI.create("https://issuer.example/jwks.json"), false), Egress.DIRECT),
                Config.from(published).jwtKeys());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OMNIBRIDGE_HTTP_HOST | no.such.host.invalid | cannot be resolved",
                "OMNIBRIDGE_HTTP_PORT | 65536 | must be an integer from 0 to 65535",
                "OMNIBRIDGE_HTTP_PORT | -1 | must be an integer from 0 to 65535",
                "OMNIBRIDGE_METRICS_PORT | tcp://10.0.0.1:80 | must be an integer from 0 to 65535",
                "OMNIBRIDGE_METRICS_PORT | 8080 | must not be the port of OMNIBRIDGE_HTTP_PORT",
                "OMNIBRIDGE_JWT_USER_CLAIM | exp | must identify a user",
                "OMNIBRIDGE_JWT_LEEWAY | 30 | must be a number with its unit: ms, s, m, h or d, such as 30s",
                "OMNIBRIDGE_JWT_LEEWAY | 301s | must be 0 to 300 whole seconds",
                "OMNIBRIDGE_JWT_REQUIRE_AT_JWT | yes | must be true or false",
                "OMNIBRIDGE_REQUIRE_SCOPES | TRUE | must be true or false",
                "OMNIBRIDGE_LINK_BY_TOKEN | 1 | must be true or false",
                "OMNIBRIDGE_STORE | disk | must be one of memory, postgres, redis",
                "OMNIBRIDGE_STORE_TIMEOUT | soon | must be a number with its unit: ms, s, m, h or d, such as 30s",
                "OMNIBRIDGE_STORE_TIMEOUT | 999ms | must be from 1s to 60s",
                "OMNIBRIDGE_STORE_TIMEOUT | 61s | must be from 1s to 60s",
                "OMNIBRIDGE_STORE_CONNECTIONS | 0 | must be an integer from 1 to 1000",
                "OMNIBRIDGE_STORE_START_TIMEOUT | 500ms | must be from 1s to 3600s",
                "OMNIBRIDGE_MAX_ACCOUNTS_PER_USER | 0 | must be an integer from 1 to 1000000",
                "OMNIBRIDGE_LOG_FORMAT | xml | must be one of text, json",
                "OMNIBRIDGE_LOG_LEVEL | all | must be one of error, warn, info, debug, trace",
                "OMNIBRIDGE_ALLOW_CLEARTEXT | maybe | must be true or false",
                "OMNIBRIDGE_JWT_SECERT | x | is not a setting of OmniBridge",
                "OMNIBRIDGE_JWT_ISSUER_FILE | x | is not a setting of OmniBridge"
            })
    void a_problem_is_reported_by_the_name_of_its_setting(String name, String value, String problem) {
        assertEquals(List.of(name + " " + problem), problems(Map.of(name, value)));
    }

    @ParameterizedTest
    @CsvSource({
        "OMNIBRIDGE_JWT_SECRET, 'kVb2oPq7sX0yRt5uWz8cEe1fGh4jLm6n\n'",
        "OMNIBRIDGE_JWT_SECRET, '\ufeffkVb2oPq7sX0yRt5uWz8cEe1fGh4jLm6n'",
        "OMNIBRIDGE_JWT_ISSUER, 'https://issuer.example '",
        "OMNIBRIDGE_JWT_ISSUER, ' https://issuer.example'",
        "OMNIBRIDGE_JWT_AUDIENCE, 'omnibridge\t'",
        "OMNIBRIDGE_JWT_USER_CLAIM, 'sub\u00a0'",
        "OMNIBRIDGE_HTTP_HOST, '127.0.0.1 '",
        "OMNIBRIDGE_HTTP_PORT, '8080\r'",
        "OMNIBRIDGE_LOG_LEVEL, ' info'",
        "OMNIBRIDGE_PUBLIC_URL, 'https://vault.example\n'"
    })
    @Tag("C20")
    void a_text_with_invisible_edges_is_rejected_by_the_name_of_its_setting(String name, String value) {
        assertEquals(
                List.of(name + " must not begin or end with white space or an invisible character"),
                problems(Map.of(name, value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INFO", "Info", "info"})
    @Tag("C27")
    void a_log_level_may_have_any_letter_case(String level) throws ConfigInvalid {
        assertEquals(LogLevel.INFO, with(Map.of("OMNIBRIDGE_LOG_LEVEL", level)).logLevel());
    }

    @Test
    @Tag("C27")
    void words_of_other_settings_may_have_any_letter_case_too() throws ConfigInvalid {
        Config config = with(Map.of("OMNIBRIDGE_LOG_FORMAT", "JSON", "OMNIBRIDGE_STORE", "Memory"));

        assertEquals(LogFormat.JSON, config.logFormat());
        assertInstanceOf(StoreConfig.Memory.class, config.store());
    }

    @Test
    @Tag("T1")
    void cleartext_beyond_loopback_must_be_allowed_explicitly() throws ConfigInvalid {
        Map<String, String> open = Map.of("OMNIBRIDGE_HTTP_HOST", "0.0.0.0");

        assertTrue(problems(open).get(0).startsWith("OMNIBRIDGE_HTTP_HOST is not loopback"));
        Map<String, String> allowed = new HashMap<>(open);
        allowed.put("OMNIBRIDGE_ALLOW_CLEARTEXT", "true");
        assertEquals("0.0.0.0", with(allowed).httpHost());
    }

    @Test
    void an_unknown_host_is_a_mistake_even_with_cleartext_allowed() {
        assertEquals(
                List.of("OMNIBRIDGE_HTTP_HOST cannot be resolved"),
                problems(Map.of("OMNIBRIDGE_HTTP_HOST", "no.such.host.invalid", "OMNIBRIDGE_ALLOW_CLEARTEXT", "true")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OMNIBRIDGE_PORT", "OMNIBRIDGE_PORT_8080_TCP_ADDR", "OMNIBRIDGE_SERVICE_PORT_HTTP", "PATH"})
    void variables_injected_by_kubernetes_are_ignored(String name) throws ConfigInvalid {
        assertEquals(8080, with(Map.of(name, "tcp://10.0.0.1:8080")).httpPort());
    }

    @Test
    @Tag("C21")
    void hosts_with_underscores_are_accepted_in_urls() throws ConfigInvalid {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.remove("OMNIBRIDGE_JWT_SECRET");
        environment.put("OMNIBRIDGE_JWKS_URL", "http://stack_issuer:8080/jwks.json");
        environment.put("OMNIBRIDGE_ALLOW_CLEARTEXT", "true");
        environment.put("OMNIBRIDGE_PUBLIC_URL", "https://my_vault.example/vault/");
        environment.put("OMNIBRIDGE_STORE", "postgres");
        environment.put("OMNIBRIDGE_POSTGRES_URL", "jdbc:postgresql://stack_db:5432/vault");
        environment.put("OMNIBRIDGE_POSTGRES_USER", "omnibridge");
        environment.put("OMNIBRIDGE_POSTGRES_PASSWORD", "any");
        environment.put("OMNIBRIDGE_KEYSET", Keyset.generate().toJson());

        Config config = Config.from(environment);

        assertEquals(
                Optional.of(URI.create("https://my_vault.example/vault")),
                config.connect().publicUrl());
        environment.put("OMNIBRIDGE_STORE", "redis");
        environment.put("OMNIBRIDGE_REDIS_URL", "redis://stack_redis:6379");
        assertInstanceOf(StoreConfig.Durable.class, Config.from(environment).store());
    }

    @Test
    @Tag("C21")
    void a_key_set_is_not_read_by_tls_from_a_host_that_no_certificate_can_name() {
        Map<String, String> environment = new HashMap<>(REQUIRED);
        environment.remove("OMNIBRIDGE_JWT_SECRET");
        environment.put("OMNIBRIDGE_JWKS_URL", "https://stack_issuer/jwks.json");

        assertEquals(
                List.of("OMNIBRIDGE_JWKS_URL must have a host of letters, digits, '-' and '.': TLS verifies no other"
                        + " name"),
                assertThrows(ConfigInvalid.class, () -> Config.from(environment))
                        .problems());
    }

    @Test
    void a_secret_and_a_jwks_url_exclude_each_other() {
        assertEquals(
                List.of("OMNIBRIDGE_JWT_SECRET or OMNIBRIDGE_JWKS_URL: exactly one of them is required"),
                problems(Map.of("OMNIBRIDGE_JWKS_URL", "https://issuer.example/jwks.json")));
    }
}
