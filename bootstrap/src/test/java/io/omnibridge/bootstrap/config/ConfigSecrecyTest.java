package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.adapters.http.jwt.HmacKey;
import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.ClientRegistration;
import io.omnibridge.adapters.store.postgres.PostgresPassword;
import io.omnibridge.adapters.store.postgres.PostgresSettings;
import io.omnibridge.adapters.store.redis.client.RedisUrl;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.canary.Canaries;
import io.omnibridge.bootstrap.canary.Evidence;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A class that holds a secret prints no secret, and Jackson cannot write it. */
@Tag("S2")
@Tag("S6")
class ConfigSecrecyTest {

    private final Canaries canaries = new Canaries();
    private final Evidence evidence = new Evidence();

    @TempDir
    private Path folder;

    @AfterEach
    void no_secret_was_printed() {
        evidence.assertNoneOf(canaries);
    }

    @ParameterizedTest
    @MethodSource("holders")
    void printing_shows_no_secret(Class<?> type) throws ConfigInvalid {
        Object holder = holder(type);

        evidence.add("toString", holder.toString());
        evidence.add("format", String.format("%s %10s %S", holder, holder, holder));
        evidence.add("collection", List.of(Map.of("x", Optional.of(holder))).toString());
        evidence.add("exception", new IllegalStateException("with " + holder).toString());
    }

    @ParameterizedTest
    @MethodSource("holders")
    void jackson_writes_no_secret(Class<?> type) throws ConfigInvalid {
        Object holder = holder(type);

        JsonProcessingException refusal =
                assertThrows(JsonProcessingException.class, () -> new ObjectMapper().writeValueAsString(holder));

        evidence.add("refusal", refusal.toString());
    }

    static List<Class<?>> holders() {
        return List.of(
                Secret.class,
                Credentials.class,
                Grant.class,
                HmacKey.class,
                Keyset.class,
                PostgresPassword.class,
                RedisUrl.class,
                ClientRegistration.class,
                Catalogue.class,
                Config.class);
    }

    private Object holder(Class<?> type) throws ConfigInvalid {
        Secret secret = new Secret(canaries.plant("token"));
        Credentials credentials = new Credentials(secret, Optional.empty(), Optional.of(secret), Optional.empty());
        Config config = Config.from(Map.of(
                "OMNIBRIDGE_JWT_ISSUER",
                "https://issuer.example",
                "OMNIBRIDGE_JWT_AUDIENCE",
                "omnibridge",
                "OMNIBRIDGE_JWT_SECRET",
                canaries.plant("JWT secret"),
                "OMNIBRIDGE_STORE",
                "postgres",
                "OMNIBRIDGE_POSTGRES_URL",
                "jdbc:postgresql:omnibridge",
                "OMNIBRIDGE_POSTGRES_USER",
                "omnibridge",
                "OMNIBRIDGE_POSTGRES_PASSWORD",
                canaries.plant("database password"),
                "OMNIBRIDGE_PUBLIC_URL",
                "https://vault.example",
                "OMNIBRIDGE_PROVIDERS_FILE",
                providers(),
                "OMNIBRIDGE_KEYSET",
                keyset()));
        Catalogue catalogue = config.connect().catalogue();
        StoreConfig.Durable store = (StoreConfig.Durable) config.store();
        PostgresSettings postgres = ((ServerConfig.Postgres) store.server()).settings();
        Object shared =
                config.jwtKeys() instanceof JwtKeys.Shared keys ? keys.key().get() : config;
        return List.of(
                        secret,
                        credentials,
                        new Grant(credentials, Scopes.none(), Optional.empty()),
                        shared,
                        store.keyset(),
                        postgres.password(),
                        redisUrl(),
                        catalogue.entry(new ProviderId("google")).orElseThrow().client(),
                        catalogue,
                        config)
                .stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private RedisUrl redisUrl() {
        String password = URLEncoder.encode(canaries.plant("Redis password"), StandardCharsets.UTF_8);
        return RedisUrl.parse("redis://:" + password + "@host");
    }

    /** Writes a providers file with a client secret. */
    private String providers() {
        String yaml =
                "providers: {google: {client_id: abc, client_secret: \"" + canaries.plant("client secret") + "\"}}";
        try {
            return Files.writeString(folder.resolve("providers.yaml"), yaml).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String keyset() {
        String json = Keyset.generate().toJson();
        canaries.watch("keyset", json.replaceFirst(".*\"value\":\"([^\"]+)\".*", "$1"));
        return json;
    }
}
