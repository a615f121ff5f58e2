package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of the real jar. Standard output has their result and nothing else. */
class CommandsIT {

    @Test
    void keys_new_prints_a_keyset_on_one_line_that_can_be_configured() {
        try (Run run = Omnibridge.run(Jdk.running(), Map.of(), "keys", "new")) {
            assertEquals(0, run.exit(), run::err);
            assertEquals("", run.err());
            assertEquals(1, run.out().lines().count());
            assertEquals(run.out().strip(), Keyset.parse(run.out()).toJson());
        }
    }

    @Test
    void a_token_signed_with_the_secret_from_a_file_is_accepted(@TempDir Path folder) throws IOException {
        try (Vault vault = Vault.start(Jdk.running());
                Run run = Omnibridge.run(
                        Jdk.running(), withSecretInFile(vault, folder), "token", "--user", "alice", "--ttl", "1m")) {
            assertEquals(0, run.exit(), run::err);
            assertEquals("", run.err());
            String token = vault.watch("JWT", run.out().strip());

            assertEquals(200, vault.send(Request.get("/accounts").as(token)).status());
        }
    }

    @Test
    void a_wrong_option_ends_with_status_2_and_help_on_standard_error() {
        try (Run run = Omnibridge.run(Jdk.running(), Map.of(), "serve", "--devel")) {
            assertEquals(2, run.exit());
            assertEquals("", run.out());
            assertTrue(run.err().startsWith("an argument is unknown, or stands where none is expected"), run::err);
        }
    }

    private static Map<String, String> withSecretInFile(Vault vault, Path folder) throws IOException {
        Map<String, String> settings = new HashMap<>(vault.settings());
        Path file = Files.writeString(folder.resolve("secret"), settings.remove("OMNIBRIDGE_JWT_SECRET") + "\n");
        settings.put("OMNIBRIDGE_JWT_SECRET_FILE", file.toString());
        return settings;
    }
}
