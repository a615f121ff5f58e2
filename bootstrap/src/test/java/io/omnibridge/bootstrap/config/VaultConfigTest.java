package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.Keyset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VaultConfigTest {

    private static final Pattern NAME = Pattern.compile("`(OMNIBRIDGE_[A-Z0-9_]*[A-Z])`");
    private static final Map<String, String> POSTGRES = Map.of(
            "OMNIBRIDGE_JWT_ISSUER", "https://issuer.example",
            "OMNIBRIDGE_STORE", "postgres",
            "OMNIBRIDGE_KEYSET", Keyset.generate().toJson(),
            "OMNIBRIDGE_POSTGRES_URL", "jdbc:postgresql:vault",
            "OMNIBRIDGE_POSTGRES_USER", "reader",
            "OMNIBRIDGE_POSTGRES_PASSWORD", "kept-to-itself");

    /** The settings that {@link VaultConfig} reads in addition. */
    private static final Set<String> ALSO_READ = Set.of(
            "OMNIBRIDGE_JWT_USER_CLAIM",
            "OMNIBRIDGE_STORE_TIMEOUT",
            "OMNIBRIDGE_KEYSET_KMS_KEY",
            "OMNIBRIDGE_STORE_CONNECTIONS",
            "OMNIBRIDGE_STORE_START_TIMEOUT",
            "OMNIBRIDGE_ALLOW_CLEARTEXT");

    @Test
    @Tag("S6")
    void settings_of_the_service_alone_are_not_required() throws ConfigInvalid {
        VaultConfig config = VaultConfig.from(POSTGRES);

        assertEquals("https://issuer.example", config.issuer());
        assertEquals("sub", config.userClaim());
        assertEquals("reader", user(config));
        assertFalse(config.toString().contains("kept-to-itself"));
    }

    @Test
    void every_other_setting_is_accepted_unread() throws IOException, ConfigInvalid {
        Map<String, String> everything = new HashMap<>();
        Matcher names = NAME.matcher(Files.readString(Path.of("../docs/configuration.md")));
        while (names.find()) {
            everything.put(names.group(1), "not looked at");
        }
        everything.keySet().removeAll(ALSO_READ);
        everything.putAll(POSTGRES);
        assertTrue(everything.containsKey("OMNIBRIDGE_JWT_AUDIENCE"), everything.keySet()::toString);

        assertEquals("reader", user(VaultConfig.from(everything)));
    }

    @Test
    void the_file_settings_of_other_secrets_are_accepted_unread() throws ConfigInvalid {
        Map<String, String> serving = new HashMap<>(POSTGRES);
        serving.put("OMNIBRIDGE_JWT_SECRET_FILE", "/no/such/file");

        assertEquals("reader", user(VaultConfig.from(serving)));
    }

    @Test
    void missing_and_misspelt_settings_are_reported_together() {
        Map<String, String> wrong = new HashMap<>(POSTGRES);
        wrong.remove("OMNIBRIDGE_JWT_ISSUER");
        wrong.remove("OMNIBRIDGE_KEYSET");
        wrong.put("OMNIBRIDGE_JWT_USER_CLAIN", "email");

        assertEquals(
                List.of(
                        "OMNIBRIDGE_JWT_ISSUER is required",
                        "OMNIBRIDGE_KEYSET is required with OMNIBRIDGE_STORE=postgres",
                        "OMNIBRIDGE_JWT_USER_CLAIN is not a setting of OmniBridge"),
                assertThrows(ConfigInvalid.class, () -> VaultConfig.from(wrong)).problems());
    }

    private static String user(VaultConfig config) {
        StoreConfig.Durable store = (StoreConfig.Durable) config.store();
        return ((ServerConfig.Postgres) store.server()).settings().user();
    }
}
