package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.adapters.providers.catalogue.InvalidCatalogue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevelopmentModeTest {

    @Test
    void development_mode_needs_no_setting() throws ConfigInvalid {
        Config config = config(Map.of());

        assertEquals("127.0.0.1", config.httpHost());
        assertInstanceOf(JwtKeys.Shared.class, config.jwtKeys());
        assertEquals(new StoreConfig.Memory(Optional.empty(), List.of()), config.store());
    }

    @Test
    void a_setting_replaces_its_development_default(@TempDir Path folder) throws ConfigInvalid, IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "kVb2oPq7sX0yRt5uWz8cEe1fGh4jLm6n\n");
        Config config = config(Map.of(
                "OMNIBRIDGE_JWT_ISSUER", "https://mine.example",
                "OMNIBRIDGE_HTTP_PORT", "0",
                "OMNIBRIDGE_JWT_SECRET_FILE", secret.toString()));

        assertEquals("https://mine.example", config.jwtPolicy().issuer());
        assertEquals(0, config.httpPort());
    }

    @ParameterizedTest
    @CsvSource({
        "OMNIBRIDGE_HTTP_PORT, 9000, http://127.0.0.1:9000",
        "OMNIBRIDGE_PUBLIC_URL, https://vault.example/, https://vault.example",
        "OMNIBRIDGE_LOG_LEVEL, info, http://127.0.0.1:8080"
    })
    void the_public_url_defaults_to_the_address_of_the_listener(String name, String value, String publicUrl)
            throws ConfigInvalid {
        ConnectConfig connect = config(Map.of(name, value)).connect();

        assertEquals(Optional.of(URI.create(publicUrl)), connect.publicUrl());
    }

    @Test
    void only_development_mode_shows_the_ticket() throws ConfigInvalid {
        assertTrue(config(Map.of()).connect().showsTicket());
    }

    @Test
    void the_demo_is_added_unless_the_file_has_a_provider_of_that_name(@TempDir Path folder)
            throws ConfigInvalid, IOException, InvalidCatalogue {
        Catalogue demo = Catalogue.read(entry("demo", "added"), folder);

        assertEquals(List.of("demo added"), names(Map.of(), demo));
        assertEquals(List.of("demo added", "own x"), names(file(folder, entry("own", "x")), demo));
        assertEquals(List.of("demo own"), names(file(folder, entry("demo", "own")), demo));
    }

    private static Map<String, String> file(Path folder, String yaml) throws IOException {
        return Map.of(
                "OMNIBRIDGE_PROVIDERS_FILE",
                Files.writeString(folder.resolve("providers.yaml"), yaml).toString());
    }

    private static List<String> names(Map<String, String> environment, Catalogue demo) throws ConfigInvalid {
        return DevelopmentMode.config(environment, new SecureRandom(), demo).connect().catalogue().all().stream()
                .map(provider -> provider.id().value() + " " + provider.displayName())
                .toList();
    }

    private static String entry(String id, String displayName) {
        return """
                providers:
                  %s:
                    kind: oauth2
                    display_name: %s
                    client_id: one
                    token_endpoint_auth: none
                    authorization_url: https://id.example/authorize
                    token_url: https://id.example/token
                    identity_path: /id
                """.formatted(id, displayName);
    }

    @Test
    @Tag("T1")
    void development_mode_never_listens_beyond_loopback() {
        assertTrue(problems(Map.of("OMNIBRIDGE_HTTP_HOST", "0.0.0.0")).get(0).startsWith("OMNIBRIDGE_HTTP_HOST "));
        assertEquals(
                List.of(
                        "OMNIBRIDGE_ALLOW_CLEARTEXT cannot be used together with --dev",
                        "OMNIBRIDGE_JWKS_URL cannot be used together with --dev"),
                problems(Map.of("OMNIBRIDGE_ALLOW_CLEARTEXT", "true", "OMNIBRIDGE_JWKS_URL", "https://a.example/")));
    }

    @Test
    void all_problems_are_reported_together() {
        assertEquals(
                List.of(
                        "OMNIBRIDGE_JWKS_URL cannot be used together with --dev",
                        "OMNIBRIDGE_HTTP_PORT must be an integer from 0 to 65535"),
                problems(Map.of("OMNIBRIDGE_JWKS_URL", "https://a.example/", "OMNIBRIDGE_HTTP_PORT", "x")));
    }

    @Test
    @Tag("J13")
    void a_given_secret_must_be_strong() {
        assertEquals(
                List.of("OMNIBRIDGE_JWT_SECRET must be at least 32 bytes long"),
                problems(Map.of("OMNIBRIDGE_JWT_SECRET", "short")));
    }

    private static Config config(Map<String, String> environment) throws ConfigInvalid {
        return DevelopmentMode.config(environment, new SecureRandom(), Catalogue.empty());
    }

    private static List<String> problems(Map<String, String> environment) {
        return assertThrows(ConfigInvalid.class, () -> config(environment)).problems();
    }
}
