package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message that a table of an operator's page quotes is one that bootstrap or the stores print. */
class MessagesTest {

    private static final Pattern TABLE = Pattern.compile("(?m)^\\| message \\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)+)");
    private static final Pattern QUOTED = Pattern.compile("(?m)`([^`|]+)`(?=[^|\\n]*\\|[^|\\n]*\\|$)");

    /** What differs from one message to the next: what is left out, names of settings, users and numbers. */
    private static final Pattern VARIABLE = Pattern.compile("…|OMNIBRIDGE_\\w+|alice|\\b\\d+\\b");

    private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");
    private static final int MIN_LENGTH = 7;

    @ParameterizedTest
    @ValueSource(strings = {"docs/operations.md", "docs/keys.md", "docs/moving.md"})
    void every_quoted_message_is_printed(String page) {
        assertEquals(List.of(), unknown(Document.read(page), sources()));
    }

    @Test
    void a_message_that_is_not_printed_is_found() {
        Document document = Document.planted("""
                | message | meaning |
                |---|---|
                | `changed at 3: alice` | as it is |
                | `OMNIBRIDGE_KEYSET lacks a key …` | as it is |
                | `… the moon is full` or `… lacks a key` | `not quoted here` |
                """);

        assertEquals(List.of("the moon is full"), unknown(document, sources()));
    }

    private static List<String> unknown(Document document, String sources) {
        return Document.matches(TABLE, document.text())
                .flatMap(table -> Document.matches(QUOTED, table.group(1)))
                .flatMap(message -> VARIABLE.splitAsStream(message.group(1)))
                .map(piece -> piece.replaceAll("^[ :,]+|[ :,]+$", ""))
                .filter(piece -> piece.length() >= MIN_LENGTH && piece.contains(" "))
                .filter(piece -> !sources.contains(piece))
                .toList();
    }

    /** The sources, with literals joined that are concatenated. */
    private static String sources() {
        return Stream.of("adapters-store", "bootstrap")
                .map(module -> Document.ROOT.resolve(module).resolve("src/main/java"))
                .map(MessagesTest::text)
                .collect(Collectors.joining());
    }

    private static String text(Path folder) {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                text.append(CONCATENATION.matcher(Files.readString(file)).replaceAll(""));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
