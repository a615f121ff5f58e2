package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountedTest {

    /** A number that a variable gives, before a plural that is written out. */
    private static final Pattern WITHOUT_SINGULAR = Pattern.compile(
            "(?:\\+ \"|%d|\\{}) ?(?:lease tokens|unused accounts|accounts|leases|users|events|grants|receipts|values|logs|do not)\\b");

    private static final Path MAIN = Path.of("src/main/java");

    @Test
    void one_thing_is_named_in_the_singular() {
        assertEquals(
                List.of("0 leases", "1 lease", "2 leases"),
                Stream.of(0, 1, 2).map(number -> Counted.of(number, "lease")).toList());
        assertEquals("1 user differs", Counted.of(1, "user differs", "users differ"));
        assertEquals("2 accounts and leases", Counted.accountsOrLeases(2));
    }

    @Test
    void no_output_of_a_command_has_a_plural_behind_every_number() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file).replace("{} of {} accounts", "");
                assertFalse(
                        WITHOUT_SINGULAR.matcher(source).find(),
                        () -> file + ": "
                                + WITHOUT_SINGULAR
                                        .matcher(source)
                                        .results()
                                        .map(it -> it.group())
                                        .toList());
            }
        }
    }
}
