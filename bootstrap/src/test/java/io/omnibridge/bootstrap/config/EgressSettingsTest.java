package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.support.http.Egress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressSettingsTest extends ConfigFixture {

    private static final String PROXY = "OMNIBRIDGE_EGRESS_PROXY";
    private static final String CREDENTIALS = "OMNIBRIDGE_EGRESS_PROXY_CREDENTIALS";

    @TempDir
    private Path folder;

    @Test
    @Tag("C25")
    void without_the_setting_there_is_no_proxy() throws ConfigInvalid {
        assertEquals(Egress.DIRECT, with(Map.of()).connect().egress());
        assertEquals(Egress.DIRECT, published(Map.of()).egress());
    }

    @Test
    @Tag("C25")
    void all_outgoing_calls_take_the_proxy() throws ConfigInvalid {
        Map<String, String> settings = Map.of(PROXY, "http://proxy.example:3128", CREDENTIALS, "bridge:secret");

        assertTrue(with(settings).connect().egress().proxy().isPresent());
        assertTrue(published(settings).egress().proxy().isPresent());
        assertFalse(with(settings).toString().contains("secret"));
    }

    @Test
    @Tag("C25")
    void a_wrong_proxy_is_refused_without_its_value() {
        assertEquals(
                List.of(PROXY + " must be http://host:port, without user, path, query and fragment:"
                        + " its credentials have their own setting"),
                problems(Map.of(PROXY, "http://bridge:secret@proxy.example:3128")));
        assertEquals(List.of(CREDENTIALS + " has no effect without " + PROXY), problems(Map.of(CREDENTIALS, "a:b")));
        assertEquals(
                List.of(CREDENTIALS + " must be user:password"),
                problems(Map.of(PROXY, "http://proxy.example:3128", CREDENTIALS, "canary")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OMNIBRIDGE_JWKS_CA", "OMNIBRIDGE_PROVIDERS_CA", "OMNIBRIDGE_REDIS_CA"})
    @Tag("P8")
    void a_file_that_is_no_authority_is_refused_by_its_setting(String name) throws IOException {
        Path wrong = Files.writeString(folder.resolve("ca.pem"), "canary");

        assertEquals(
                List.of(name + "_FILE names a file that cannot be read as UTF-8 text of at most 64 KiB"),
                problems(redis(Map.of(name + "_FILE", folder.resolve("missing").toString()))));
        assertEquals(
                List.of(name + " must be one or more certificates in PEM and nothing else"),
                problems(redis(Map.of(name + "_FILE", wrong.toString()))));
    }

    @Test
    @Tag("P9")
    void only_secrets_in_files_are_watched() throws Exception {
        Path secret = Files.writeString(folder.resolve("jwt"), "a4Fj9-Lq1sYt6uWz8cEe3fGh5jKm7nPx");
        Map<String, String> inFile = new HashMap<>(REQUIRED);
        inFile.remove("OMNIBRIDGE_JWT_SECRET");
        inFile.put("OMNIBRIDGE_JWT_SECRET_FILE", secret.toString());

        assertEquals(List.of(), with(Map.of()).watchedFiles());
        assertEquals(1, Config.from(inFile).watchedFiles().size());
    }

    private static JwtKeys.Published published(Map<String, String> more) throws ConfigInvalid {
        Map<String, String> settings = new HashMap<>(REQUIRED);
        settings.remove("OMNIBRIDGE_JWT_SECRET");
        settings.put("OMNIBRIDGE_JWKS_URL", "https://issuer.example/jwks.json");
        settings.putAll(more);
        return (JwtKeys.Published) Config.from(settings).jwtKeys();
    }

    /** Adds the settings of a store in Redis. */
    private static Map<String, String> redis(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("OMNIBRIDGE_STORE", "redis");
        settings.put("OMNIBRIDGE_REDIS_URL", "rediss://redis.example");
        settings.put("OMNIBRIDGE_KEYSET", Keyset.generate().toJson());
        return settings;
    }
}
