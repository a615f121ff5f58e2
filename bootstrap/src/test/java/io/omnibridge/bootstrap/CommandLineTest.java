package io.omnibridge.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.application.port.StoreUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    private static final String SECRET = "kVb2oPq7sX0yRt5uWz8cEe1fGh4jLm6n";
    private static final Map<String, String> SETTINGS = Map.of(
            "OMNIBRIDGE_JWT_ISSUER", "https://issuer.example",
            "OMNIBRIDGE_JWT_AUDIENCE", "omnibridge",
            "OMNIBRIDGE_JWT_SECRET", SECRET);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

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
                "users erase --help"
            })
    void help_is_what_was_asked_for_and_goes_to_standard_output(String arguments) {
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
            "README.md"
        }) {
            assertTrue(out.toString().contains(word), word);
        }
    }

    @Test
    void the_version_is_the_one_that_was_built() {
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
                "users erase"
            })
    void wrong_usage_ends_with_status_2_and_words_on_standard_error(String arguments) {
        assertEquals(2, run(SETTINGS, arguments.isEmpty() ? new String[0] : arguments.split(" ", -1)));
        assertTrue(err.toString().contains("Usage: omnibridge"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void a_token_is_for_the_user_and_lives_as_long_as_asked() throws IOException {
        assertEquals(0, run(SETTINGS, "token", "--user", "älice", "--ttl", "90s"));
        JsonNode claims = claims();

        assertEquals("älice", claims.path("sub").asText());
        assertEquals("omnibridge", claims.path("aud").asText());
        assertEquals(90, claims.path("exp").asLong() - claims.path("iat").asLong());
    }

    @ParameterizedTest
    @CsvSource({"'', accounts:read accounts:link accounts:connect", "accounts:read, accounts:read"})
    void a_token_allows_everything_or_what_was_asked_for(String asked, String scope) throws IOException {
        String[] arguments = asked.isEmpty()
                ? new String[] {"token", "--user", "alice"}
                : new String[] {"token", "--user", "alice", "--scope", asked};

        assertEquals(0, run(SETTINGS, arguments));
        assertEquals(scope, claims().path("scope").asText());
    }

    @Test
    void a_scope_that_cannot_be_is_refused_by_the_name_of_its_option() {
        assertEquals(2, run(SETTINGS, "token", "--user", "alice", "--scope", "a\"b"));
        assertTrue(err.toString().startsWith("--scope must be 1 to 255"), err::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1h, --user must",
        "' x', 1h, --user must",
        "'a\tb', 1h, --user must",
        "alice, 999ms, --ttl must be from 1s to 86400s",
        "alice, 25h, --ttl must be from 1s to 86400s",
        "alice, soon, --ttl must be a number with its unit"
    })
    void a_token_that_cannot_be_is_refused_by_the_name_of_its_option(String user, String ttl, String problem) {
        assertEquals(2, run(SETTINGS, "token", "--user", user, "--ttl", ttl));
        assertTrue(err.toString().startsWith(problem), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void without_a_secret_no_token_is_signed() {
        Map<String, String> published = new HashMap<>(SETTINGS);
        published.remove("OMNIBRIDGE_JWT_SECRET");
        published.put("OMNIBRIDGE_JWKS_URL", "https://issuer.example/jwks.json");

        assertEquals(2, run(published, "token", "--user", "alice"));
        assertEquals(
                "The configuration cannot be used:\n  OMNIBRIDGE_JWT_SECRET is required to sign a token\n",
                err.toString().replace("\r", ""));
    }

    @Test
    @Tag("C6")
    void each_new_keyset_is_another_and_can_be_read() {
        run(Map.of(), "keys", "new");
        String first = out.toString();
        run(Map.of(), "keys", "new");
        String second = out.toString().substring(first.length());

        assertFalse(first.equals(second));
        assertEquals(first.strip(), Keyset.parse(first).toJson());
        assertEquals(second.strip(), Keyset.parse(second).toJson());
    }

    @Test
    @Tag("C9")
    void a_key_is_added_and_then_promoted_and_nothing_but_the_keyset_is_needed() {
        Keyset before = Keyset.generate();

        assertEquals(0, run(keyset(before), "keys", "add"));
        Keyset added = Keyset.parse(printed());
        assertEquals(0, run(keyset(added), "keys", "promote"));
        Keyset promoted = Keyset.parse(printed());
        assertEquals(0, run(keyset(promoted), "keys", "promote", Long.toString(before.primaryKeyId())));

        assertEquals(before.keys(), added.keys().subList(0, 1));
        assertEquals(before.primaryKeyId(), added.primaryKeyId());
        assertEquals(added.keys().get(1).id(), promoted.primaryKeyId());
        assertEquals(added.toJson(), printed().strip());
        assertEquals("", err.toString());
    }

    @Test
    @Tag("C6")
    void a_key_that_cannot_be_promoted_is_refused_in_words() {
        Keyset keyset = Keyset.generate();
        String primary = Long.toString(keyset.primaryKeyId());

        assertEquals(2, run(keyset(keyset), "keys", "promote"));
        assertEquals(2, run(keyset(keyset), "keys", "promote", primary));
        assertEquals(2, run(keyset(keyset), "keys", "promote", "1"));
        assertEquals(2, run(Map.of(), "keys", "add"));
        assertEquals(2, run(Map.of("OMNIBRIDGE_KEYSET", SECRET), "keys", "add"));
        assertEquals(2, run(Map.of("OMNIBRIDGE_KEYSETS", keyset.toJson()), "keys", "add"));

        for (String problem : new String[] {
            "there is no key to promote: omnibridge keys add makes one",
            "KEY_ID is the primary key already",
            "KEY_ID is not in the keyset",
            "OMNIBRIDGE_KEYSET is required",
            "OMNIBRIDGE_KEYSET must be one Tink keyset",
            "OMNIBRIDGE_KEYSETS is not a setting"
        }) {
            assertTrue(err.toString().contains(problem), problem);
        }
        assertEquals("", out.toString());
        assertFalse(err.toString().contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys reseal", "keys retire 1", "keys status"})
    void what_is_in_memory_cannot_be_reached_by_a_command(String arguments) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(keyset(Keyset.generate()));

        assertEquals(2, run(settings, arguments.split(" ", -1)));
        assertTrue(err.toString().contains("OMNIBRIDGE_STORE must be postgres or redis"), err::toString);
    }

    private static Map<String, String> keyset(Keyset keyset) {
        return Map.of("OMNIBRIDGE_KEYSET", keyset.toJson());
    }

    /** What the last command printed. */
    private String printed() {
        String printed = out.toString();
        return printed.substring(printed.lastIndexOf("{\"primaryKeyId"));
    }

    @Test
    @Tag("S6")
    void a_fault_is_named_by_its_kind_and_nothing_that_it_says_is_repeated() {
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
    void a_user_or_a_head_that_cannot_be_is_refused_by_the_name_of_its_option(
            String user, String head, String problem) {
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
    void a_user_who_did_not_arrive_as_typed_is_not_taken_for_another_one(String command) {
        String[] words = command.concat(" --user \uFFFD\uFFFDlice").split(" ", -1);

        assertEquals(2, run(SETTINGS, words));
        assertTrue(
                err.toString().startsWith("--user has characters that cannot be read in this locale"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    @Tag("S6")
    void an_argument_that_begins_with_an_at_sign_is_no_file(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("keyset.json"), SECRET + " " + SECRET);

        assertEquals(0, run(SETTINGS, "token", "--user", "@" + file));
        assertEquals("@" + file, claims().path("sub").asText());
        assertFalse(err.toString().contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys new", "token --user alice"})
    void what_could_not_be_printed_is_no_success(String arguments) {
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
        int status = Main.commandLine(SETTINGS)
                .setOut(new PrintWriter(full, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.split(" ", -1));

        assertEquals(1, status);
        assertTrue(err.toString().startsWith("standard output could not be written"), err::toString);
    }

    @Test
    void a_user_that_cannot_be_is_not_erased() {
        assertEquals(2, run(SETTINGS, "users", "erase", "--user", " x"));
        assertTrue(err.toString().startsWith("--user must"), err::toString);
    }

    @Test
    @Tag("S6")
    void a_user_is_not_erased_where_the_providers_cannot_be_read() {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("OMNIBRIDGE_PUBLIC_URL", "https://vault.example");
        settings.put("OMNIBRIDGE_PROVIDERS_FILE", "/no/such/file");

        assertEquals(2, run(settings, "users", "erase", "--user", "alice"));
        assertTrue(err.toString().contains("OMNIBRIDGE_PROVIDERS_FILE names a file"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    @Tag("U3")
    void what_is_in_the_memory_of_another_process_cannot_be_verified() {
        assertEquals(2, run(SETTINGS, "audit", "verify", "--user", "alice"));
        assertEquals(
                "The configuration cannot be used:\n  OMNIBRIDGE_STORE must be postgres or redis: what is in memory is in"
                        + " the memory of another process\n",
                err.toString().replace("\r", ""));
    }

    @Test
    @Tag("S6")
    void a_store_that_fails_says_so_in_its_own_words() {
        CommandLine commandLine = new CommandLine(new KeysCommand(Map.of())).setErr(new PrintWriter(err));
        int status = new FailureReport()
                .handleExecutionException(
                        new StoreUnavailable("the database did not answer"), commandLine, commandLine.parseArgs());

        assertEquals(1, status);
        assertEquals(
                "omnibridge failed: the database did not answer\n",
                err.toString().replace("\r", ""));
    }

    private JsonNode claims() throws IOException {
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(out.toString().split("\\.", -1)[1]));
    }

    private int run(Map<String, String> environment, String... arguments) {
        return Main.commandLine(environment)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
