package io.omnibridge.bootstrap.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final String NAME = "OMNIBRIDGE_SECRET";
    private static final String FILE = NAME + "_FILE";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"'a', 'a'", "'a\n', 'a'", "'a\r\n', 'a'", "'a b', 'a b'", "'\n', ''"})
    void a_secret_may_be_in_a_file_that_ends_with_a_newline(String content, String secret) throws IOException {
        assertEquals(Optional.of(secret), read(Map.of(FILE, file(content.getBytes(StandardCharsets.UTF_8)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\n\n", "a\r\n\n", " a", "a ", "\ta", "a\u00a0", "\ufeffa", "a\u200b", "\u2003a", "a\u0000", " "
            })
    @Tag("C20")
    void a_secret_with_invisible_edges_is_rejected(String content) throws IOException {
        assertEquals(
                List.of(NAME + " must not begin or end with white space or an invisible character"),
                problems(Map.of(FILE, file(content.getBytes(StandardCharsets.UTF_8)))));
    }

    @Test
    @Tag("C20")
    void only_a_document_may_have_white_space_around_it() {
        assertEquals(
                List.of(FILE + " must not begin or end with white space or an invisible character"),
                problems(Map.of(FILE, "/run/secrets/jwt ")));
        assertEquals(
                Optional.of(" {}\n"),
                new Settings(Map.of(NAME, " {}\n")).readSecretDocument(NAME, Function.identity()));
    }

    @Test
    void an_unreadable_file_is_reported_by_its_setting_only() throws IOException {
        String problem = FILE + " names a file that cannot be read as UTF-8 text of at most 64 KiB";

        assertEquals(
                List.of(problem),
                problems(Map.of(FILE, folder.resolve("missing").toString())));
        assertEquals(List.of(problem), problems(Map.of(FILE, folder.toString())));
        assertEquals(List.of(problem), problems(Map.of(FILE, "a\0b")));
        assertEquals(List.of(problem), problems(Map.of(FILE, file(new byte[64 * 1024 + 1]))));
        assertEquals(List.of(problem), problems(Map.of(FILE, file(new byte[] {(byte) 0xff}))));
    }

    @Test
    void a_secret_given_twice_or_empty_is_rejected() throws IOException {
        String file = file(new byte[] {'a'});

        assertEquals(
                List.of(NAME + " must not be given together with " + FILE), problems(Map.of(NAME, "a", FILE, file)));
        assertEquals(List.of(NAME + " is empty"), problems(Map.of(NAME, "")));
        assertEquals(List.of(FILE + " is empty"), problems(Map.of(FILE, "")));
    }

    @Test
    void a_value_with_characters_lost_by_the_locale_is_rejected() {
        assertEquals(
                List.of(NAME + " has characters that cannot be read in this locale: set LC_ALL to one in UTF-8, such as"
                        + " C.UTF-8"),
                problems(Map.of(NAME, "gehe\uFFFDm")));
    }

    @Test
    @Tag("S6")
    void a_rejected_value_is_reported_without_the_value() {
        Settings settings = new Settings(Map.of(NAME, "hunter2"));

        Optional<String> nothing = settings.readSecret(NAME, value -> {
            throw new InvalidValue("must be better");
        });

        assertEquals(Optional.empty(), nothing);
        ConfigInvalid invalid = assertThrows(ConfigInvalid.class, settings::throwIfAnyWrong);
        assertEquals(List.of(NAME + " must be better"), invalid.problems());
        assertEquals("the configuration has 1 problem", invalid.getMessage());
    }

    private String file(byte[] content) throws IOException {
        return Files.write(folder.resolve("secret"), content).toString();
    }

    private static Optional<String> read(Map<String, String> environment) {
        return new Settings(environment).readSecret(NAME, Function.identity());
    }

    private static List<String> problems(Map<String, String> environment) {
        Settings settings = new Settings(environment);
        settings.readSecret(NAME, Function.identity());
        return assertThrows(ConfigInvalid.class, settings::throwIfAnyWrong).problems();
    }
}
