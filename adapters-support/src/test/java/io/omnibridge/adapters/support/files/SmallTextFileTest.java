package io.omnibridge.adapters.support.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallTextFileTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "a, a",
        "'a\n', a",
        "'a\r\n', a",
        "'\n', ''",
        "'a\n\n', 'a\n'",
        "'a\nb', 'a\nb'",
        "'a\r', 'a\r'",
        "' a ', ' a '",
        "'\u00e9\ud83d\ude00\n', '\u00e9\ud83d\ude00'"
    })
    void exactly_one_last_line_break_is_dropped(String content, String text) throws IOException {
        assertEquals(text, SmallTextFile.read(Files.writeString(folder.resolve("file"), content)));
    }

    @Test
    void the_maximum_size_is_64_kib() throws IOException {
        String largest = "x".repeat(64 * 1024);
        Path file = Files.writeString(folder.resolve("file"), largest);
        assertEquals(largest, SmallTextFile.read(file));

        Files.writeString(file, largest + "\n");
        assertThrows(FileTooLarge.class, () -> SmallTextFile.read(file));
    }

    @Test
    void other_encodings_and_missing_files_are_told_apart() throws IOException {
        Path latin1 = Files.write(folder.resolve("file"), new byte[] {'a', (byte) 0xE9});

        assertThrows(CharacterCodingException.class, () -> SmallTextFile.read(latin1));
        assertThrows(NoSuchFileException.class, () -> SmallTextFile.read(folder.resolve("none")));
        assertThrows(IOException.class, () -> SmallTextFile.read(folder));
    }
}
