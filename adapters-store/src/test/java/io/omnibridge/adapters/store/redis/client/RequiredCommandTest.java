package io.omnibridge.adapters.store.redis.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A start tries every command that the source sends, and no other. */
@Tag("P2")
class RequiredCommandTest {

    private static final Path SOURCE = Path.of("src/main/java/io/omnibridge/adapters/store/redis");
    private static final Pattern SENT = Pattern.compile("redis\\.p?call\\('([A-Z]+)'|Protocol\\.Command\\.([A-Z]+)");

    /** Sent while connecting, to learn the layout, or for advice; RightsCheck and RedisStartupProbe see to them. */
    private static final Set<String> OTHERS = Set.of("ASKING", "AUTH", "SELECT", "CLUSTER", "CONFIG");

    @Test
    void every_command_of_the_source_is_tried() throws IOException {
        Set<String> tried =
                RequiredCommand.ALL.stream().map(RequiredCommand::name).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(tried, sent());
    }

    @Test
    void the_documented_user_has_the_rights_that_a_refusal_names() throws IOException {
        String operations = Files.readString(Path.of("../docs/operations.md"));

        assertEquals(1, operations.split(Pattern.quote(" " + RequiredCommand.RIGHTS + "\n"), -1).length - 1);
    }

    private static Set<String> sent() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            Set<String> sent = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> SENT.matcher(read(file)).results())
                    .map(RequiredCommandTest::name)
                    .collect(Collectors.toCollection(TreeSet::new));
            sent.removeAll(OTHERS);
            return sent;
        }
    }

    private static String name(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
