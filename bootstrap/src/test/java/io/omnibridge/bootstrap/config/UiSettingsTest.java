package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.catalogue.Catalogue;
import io.omnibridge.domain.credentials.Secret;
import io.omnibridge.domain.identity.ClientId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UiSettingsTest {

    private static final String CLIENT_ID = "OMNIBRIDGE_UI_CLIENT_ID";
    private static final String CLIENT_SECRET = "OMNIBRIDGE_UI_CLIENT_SECRET";

    private static final Map<String, String> ISSUER = Map.of(
            "OMNIBRIDGE_JWT_ISSUER", "https://issuer.example",
            "OMNIBRIDGE_JWT_AUDIENCE", "omnibridge",
            "OMNIBRIDGE_JWKS_URL", "https://issuer.example/keys",
            "OMNIBRIDGE_PUBLIC_URL", "https://bridge.example");

    private static Map<String, String> with(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(ISSUER);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return environment;
    }

    private static List<String> problems(Map<String, String> environment) {
        try {
            Config.from(environment);
            return List.of();
        } catch (ConfigInvalid e) {
            return e.problems();
        }
    }

    private static UiConfig.AtIssuer ui(Map<String, String> environment) throws ConfigInvalid {
        return assertInstanceOf(
                UiConfig.AtIssuer.class, Config.from(environment).ui().orElseThrow());
    }

    @Test
    void there_are_no_pages_by_default() throws ConfigInvalid {
        assertEquals(Optional.empty(), Config.from(ISSUER).ui());
    }

    @Test
    void a_client_id_alone_is_that_of_a_public_client() throws ConfigInvalid {
        UiConfig.AtIssuer ui = ui(with(CLIENT_ID, "pages"));

        assertEquals(new ClientId("pages"), ui.client());
        assertEquals(Optional.empty(), ui.secret());
    }

    @Test
    void the_secret_can_be_in_a_file_that_is_watched(@TempDir Path folder) throws ConfigInvalid, IOException {
        Path file = Files.writeString(folder.resolve("secret"), "s3cret\n");
        Map<String, String> environment = with(CLIENT_ID, "pages", CLIENT_SECRET + "_FILE", file.toString());

        assertEquals(Optional.of(new Secret("s3cret")), ui(environment).secret().map(Supplier::get));
        assertEquals(1, Config.from(environment).watchedFiles().size());
        assertEquals(
                Optional.of(new Secret("given")),
                ui(with(CLIENT_ID, "pages", CLIENT_SECRET, "given")).secret().map(Supplier::get));
    }

    @Test
    void what_a_sign_in_needs_is_required_by_name() {
        Map<String, String> environment =
                with(CLIENT_ID, "pages", "OMNIBRIDGE_JWT_SECRET", "kVb2oPq7sX0yRt5uWz8cEe1fGh4jLm6n");
        environment.remove("OMNIBRIDGE_JWKS_URL");
        environment.remove("OMNIBRIDGE_PUBLIC_URL");

        assertEquals(
                List.of(
                        "OMNIBRIDGE_JWKS_URL is required with OMNIBRIDGE_UI_CLIENT_ID",
                        "OMNIBRIDGE_PUBLIC_URL is required with OMNIBRIDGE_UI_CLIENT_ID"),
                problems(environment));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issuer",
                "http://issuer.example",
                "https://issuer.example/?tenant=1",
                "https://issuer.example/#x"
            })
    void the_issuer_has_to_be_a_url_with_metadata(String issuer) {
        assertEquals(
                List.of("OMNIBRIDGE_JWT_ISSUER must be an https URL (or http on loopback) without query and fragment"
                        + " with OMNIBRIDGE_UI_CLIENT_ID"),
                problems(with(CLIENT_ID, "pages", "OMNIBRIDGE_JWT_ISSUER", issuer)));
        assertEquals(List.of(), problems(with("OMNIBRIDGE_JWT_ISSUER", issuer)));
    }

    @Test
    void a_secret_without_a_client_is_a_mistake() {
        assertEquals(
                List.of("OMNIBRIDGE_UI_CLIENT_SECRET has no effect without OMNIBRIDGE_UI_CLIENT_ID"),
                problems(with(CLIENT_SECRET, "cAnArY-78")));
    }

    @Test
    void a_wrong_secret_is_not_repeated() {
        List<String> problems = problems(with(CLIENT_ID, "pages", CLIENT_SECRET, "cAnArY 78"));

        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("OMNIBRIDGE_UI_CLIENT_SECRET must be"), problems::toString);
    }

    @Test
    void development_mode_has_pages_and_no_issuer() throws ConfigInvalid {
        SecureRandom random = new SecureRandom();

        assertEquals(
                Optional.of(new UiConfig.ForDevelopment()),
                DevelopmentMode.config(Map.of(), random, Catalogue.empty()).ui());
        ConfigInvalid refused = assertThrows(
                ConfigInvalid.class,
                () -> DevelopmentMode.config(Map.of(CLIENT_ID, "pages"), random, Catalogue.empty()));
        assertEquals(List.of("OMNIBRIDGE_UI_CLIENT_ID cannot be used together with --dev"), refused.problems());
    }
}
