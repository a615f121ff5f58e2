package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security-rows.md names, for each row, exactly the tests that are tagged with it. */
class SecurityRowsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"([A-Z]{1,2}[0-9]{1,2})\"\\)");
    private static final Pattern ROW =
            Pattern.compile("^\\| ([A-Z]{1,2}[0-9]{1,2}) \\|[^|]*\\|([^|]*)\\|$", Pattern.MULTILINE);
    private static final Pattern CLASS = Pattern.compile("`(\\w+)`");

    @Test
    void the_document_names_for_each_row_the_tests_that_hold_it() throws IOException {
        assertEquals(lines(taggedTests()), lines(documentedTests()));
    }

    @Test
    void tests_with_tags_are_found_at_all() throws IOException {
        assertFalse(taggedTests().getOrDefault("J1", new TreeSet<>()).isEmpty());
    }

    private static String lines(Map<String, SortedSet<String>> testsByRow) {
        StringBuilder lines = new StringBuilder();
        testsByRow.forEach(
                (row, tests) -> lines.append(row).append(' ').append(tests).append('\n'));
        return lines.toString();
    }

    private static SortedMap<String, SortedSet<String>> documentedTests() throws IOException {
        SortedMap<String, SortedSet<String>> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(ROOT.resolve("docs/security-rows.md")));
        while (row.find()) {
            SortedSet<String> tests = rows.computeIfAbsent(row.group(1), id -> new TreeSet<>());
            CLASS.matcher(row.group(2)).results().forEach(test -> tests.add(test.group(1)));
        }
        return rows;
    }

    private static SortedMap<String, SortedSet<String>> taggedTests() throws IOException {
        SortedMap<String, SortedSet<String>> rows = new TreeMap<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                addTagsBelow(tests, rows);
            }
        }
        return rows;
    }

    private static void addTagsBelow(Path folder, SortedMap<String, SortedSet<String>> rows) throws IOException {
        try (Stream<Path> sources = Files.walk(folder)) {
            sources.filter(path -> path.toString().endsWith(".java")).forEach(source -> addTags(source, rows));
        }
    }

    private static void addTags(Path source, SortedMap<String, SortedSet<String>> rows) {
        try {
            String test = source.getFileName().toString().replace(".java", "");
            TAG.matcher(Files.readString(source))
                    .results()
                    .forEach(tag -> rows.computeIfAbsent(tag.group(1), id -> new TreeSet<>())
                            .add(test));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
