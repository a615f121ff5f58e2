package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.application.port.StoreUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest extends CommandLineFixture {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "help",
                "serve --help",
                "help serve",
                "token --help",
                "keys --help",
                "keys add --help",
                "keys promote --help",
                "keys reseal --help",
                "keys retire --help",
                "keys status --help",
                "keys new --help",
                "audit --help",
                "audit verify --help",
                "store --help",
                "store copy --help",
                "providers --help",
                "providers check --help",
                "providers revoke --help",
                "users --help",
                "users erase --help",
                "users sign-out --help"
            })
    void requested_help_goes_to_standard_output(String arguments) {
        assertEquals(0, run(Map.of(), arguments.split(" ", -1)));
        assertTrue(out.toString().startsWith("Usage: omnibridge"), out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void the_help_names_every_command_and_every_exit_status() {
        run(Map.of(), "--help");

        for (String word : new String[] {
            "serve",
            "token",
            "keys",
            "audit",
            "providers",
            "store",
            "users",
            "Exit status",
            "0 ",
            "1 ",
            "2 ",
            "143",
            "docs/configuration.md"
        }) {
            assertTrue(out.toString().contains(word), word);
        }
    }

    @Test
    void the_version_is_that_of_the_build() {
        assertEquals(0, run(Map.of(), "--version"));
        assertTrue(out.toString().matches("omnibridge \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R"), out::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nope",
                "--nope",
                "serve --nope",
                "serve extra",
                "serve --",
                "serve --dev --dev",
                "serve --dev=true",
                "token",
                "keys",
                "keys old",
                "keys retire",
                "keys retire first",
                "keys promote first",
                "keys status --nope",
                "token --user",
                "audit",
                "audit verify --head 1.6c1f218dab4282a27b3c9653b64d838cb7270534f3ca2dc1ca76c4f61426e74c",
                "audit verify --nope",
                "store",
                "store copy",
                "store copy --from postgres",
                "providers",
                "providers check google",
                "providers revoke",
                "providers revoke google",
                "users",
                "users erase",
                "users sign-out"
            })
    void wrong_usage_ends_with_status_2_and_is_explained_on_standard_error(String arguments) {
        assertEquals(2, run(SETTINGS, arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)));
        assertTrue(err.toString().contains("Usage: omnibridge"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    @Tag("S6")
    void a_fault_is_reported_by_its_class_without_its_message() {
        CommandLine commandLine = new CommandLine(new KeysCommand(Map.of())).setErr(new PrintWriter(err));
        int status = new FailureReport()
                .handleExecutionException(new IllegalStateException(SECRET), commandLine, commandLine.parseArgs());

        assertEquals(1, status);
        assertEquals(
                "omnibridge failed: IllegalStateException\n", err.toString().replace("\r", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "' x', 1.6c1f218dab4282a27b3c9653b64d838cb7270534f3ca2dc1ca76c4f61426e74c, --user must",
        "alice, 12, --head must be a head as GET /audit returned it",
        "alice, '', --head must be a head as GET /audit returned it"
    })
    @Tag("U3")
    void an_invalid_user_or_head_is_rejected_by_the_name_of_its_option(String user, String head, String problem) {
        assertEquals(2, run(SETTINGS, "audit", "verify", "--user", user, "--head", head));
        assertTrue(err.toString().startsWith(problem), err::toString);
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "memory, redis, --from must be postgres or redis",
        "postgres, mysql, --to must be postgres or redis",
        "redis, redis, '--to must be another kind of store than --from: within one kind, the server''s own tools copy'"
    })
    void a_copy_goes_between_two_kinds_of_durable_stores(String from, String to, String problem) {
        assertEquals(2, run(SETTINGS, "store", "copy", "--from", from, "--to", to));
        assertTrue(err.toString().startsWith(problem), err::toString);
        assertEquals("", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"users erase", "audit verify", "token"})
    void a_user_id_with_characters_lost_by_the_locale_is_rejected(String command) {
        String[] words = command.concat(" --user \uFFFD\uFFFDlice").split(" ", -1);

        assertEquals(2, run(SETTINGS, words));
        assertTrue(
                err.toString().startsWith("--user has characters that cannot be read in this locale"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    @Tag("S6")
    void an_argument_that_begins_with_an_at_sign_names_no_file(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("keyset.json"), SECRET + " " + SECRET);

        assertEquals(0, run(SETTINGS, "token", "--user", "@" + file));
        assertEquals("@" + file, claims().path("sub").asText());
        assertFalse(err.toString().contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys new", "token --user alice"})
    void a_command_fails_if_its_output_cannot_be_written(String arguments) {
        Writer full = new Writer() {
            @Override
            public void write(char[] characters, int from, int length) throws IOException {
                throw new IOException("no space left");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        assertEquals(1, run(SETTINGS, full, arguments.split(" ", -1)));
        assertTrue(err.toString().startsWith("standard output could not be written"), err::toString);
    }

    @Test
    void an_invalid_user_is_not_erased() {
        assertEquals(2, run(SETTINGS, "users", "erase", "--user", " x"));
        assertTrue(err.toString().startsWith("--user must"), err::toString);
    }

    @Test
    @Tag("S6")
    void no_user_is_erased_when_the_providers_file_is_unreadable() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("OMNIBRIDGE_PUBLIC_URL", "https://vault.example");
        settings.put("OMNIBRIDGE_PROVIDERS_FILE", "/no/such/file");

        assertEquals(2, run(settings, "users", "erase", "--user", "alice"));
        assertTrue(err.toString().contains("OMNIBRIDGE_PROVIDERS_FILE names a file"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    @Tag("U3")
    void a_store_in_memory_cannot_be_verified() {
        assertEquals(2, run(SETTINGS, "audit", "verify", "--user", "alice"));
        assertEquals(
                "The configuration cannot be used:\n  OMNIBRIDGE_STORE must be postgres or redis: a store in memory belongs to"
                        + " one other process\n",
                err.toString().replace("\r", ""));
    }

    @Test
    @Tag("S6")
    void a_failing_store_is_reported_by_its_own_message() {
        CommandLine commandLine = new CommandLine(new KeysCommand(Map.of())).setErr(new PrintWriter(err));
        int status = new FailureReport()
                .handleExecutionException(
                        new StoreUnavailable("the database did not answer"), commandLine, commandLine.parseArgs());

        assertEquals(1, status);
        assertEquals(
                "omnibridge failed: the database did not answer\n",
                err.toString().replace("\r", ""));
    }
}
