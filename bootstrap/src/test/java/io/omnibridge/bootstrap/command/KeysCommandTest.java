package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.Keyset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest extends CommandLineFixture {

    @Test
    @Tag("C6")
    void each_new_keyset_is_different_and_readable() {
        run(Map.of(), "keys", "new");
        String first = out.toString();
        run(Map.of(), "keys", "new");
        String second = out.toString().substring(first.length());

        assertFalse(first.equals(second));
        assertEquals(first.strip(), Keyset.parse(first).toJson());
        assertEquals(second.strip(), Keyset.parse(second).toJson());
    }

    @Test
    @Tag("C6")
    void a_keyset_is_written_to_a_new_file_of_its_owner(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("keyset.json");

        assertEquals(0, run(Map.of(), "keys", "new", "--output", file.toString()));
        String written = Files.readString(file);
        assertEquals(0, run(Map.of(), "keys", "new", "--output", file.toString()));

        assertEquals(written.strip(), Keyset.parse(written).toJson());
        assertEquals(written, Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("made a keyset\nthe file exists and stays as it is\n", out.toString());
    }

    @Test
    void a_file_that_cannot_be_written_fails_the_command(@TempDir Path directory) {
        assertEquals(
                1,
                run(
                        Map.of(),
                        "keys",
                        "new",
                        "--output",
                        directory.resolve("none/keyset.json").toString()));
        assertEquals("", out.toString());
    }

    @Test
    @Tag("C9")
    void adding_and_promoting_a_key_needs_only_the_keyset() {
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
    void a_key_that_cannot_be_promoted_is_rejected_with_a_reason() {
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
    void a_store_in_memory_cannot_be_reached_by_a_command(String arguments) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.putAll(keyset(Keyset.generate()));

        assertEquals(2, run(settings, arguments.split(" ", -1)));
        assertTrue(err.toString().contains("OMNIBRIDGE_STORE must be postgres or redis"), err::toString);
    }

    private static Map<String, String> keyset(Keyset keyset) {
        return Map.of("OMNIBRIDGE_KEYSET", keyset.toJson());
    }

    /** Returns the keyset that the last command printed. */
    private String printed() {
        String printed = out.toString();
        return printed.substring(printed.lastIndexOf("{\"primaryKeyId"));
    }
}
