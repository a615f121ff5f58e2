package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No text uses a retired word: comments, log lines, messages and help texts of the sources, with those of tests and benchmarks; SQL,
 * properties, YAML and templates; and the documents with their code.
 */
class RetiredTextsTest {

    private static final Pattern FILE =
            Pattern.compile(".*\\.(java|sql|properties|ya?ml|jte|xml|md|sh|service)|.*/?Dockerfile|omnibridge");
    private static final Set<String> SKIPPED = Set.of(".git", ".mvn", "target", "CHANGELOG.md");

    @Test
    void no_text_has_a_retired_word() {
        List<String> problems = new ArrayList<>();
        files().forEach(file -> problems.addAll(RetiredTexts.in(file, text(file))));

        assertEquals("", String.join("\n", problems));
    }

    @Test
    void a_retired_word_is_found_in_comments_texts_names_and_members() {
        assertEquals(
                List.of("A.java:1: 'remembers'", "A.java:2: 'founded'", "A.java:4: 'gives back'", "A.java:5: 'Owed'"),
                RetiredTexts.in("A.java", """
                        /** A store that remembers. */
                        log("founded the vault");
                        send(BodyPublishers.noBody());
                        void a_store_gives_back() {}
                        // Owed
                        """));
        assertEquals(List.of("p.yaml:1: 'unconsumed'"), RetiredTexts.in("p.yaml", "unconsumed_statuses: [429]"));
    }

    @Test
    void an_exception_holds_for_its_files_only() {
        assertEquals(List.of(), RetiredTexts.in("x/V1__users.sql", "-- Facts"));
        assertEquals(List.of("x/V4__users.sql:1: 'Facts'"), RetiredTexts.in("x/V4__users.sql", "-- Facts"));
    }

    @Test
    void every_kind_of_file_is_seen() {
        Set<String> seen = new TreeSet<>();
        files().forEach(file -> seen.add(file.replaceAll(".*[./]", "")));

        assertTrue(
                seen.containsAll(
                        Set.of("java", "sql", "properties", "yaml", "jte", "xml", "md", "Dockerfile", "omnibridge")),
                seen::toString);
        assertTrue(files().anyMatch(file -> file.startsWith("benchmarks/")));
    }

    private static Stream<String> files() {
        List<String> files = new ArrayList<>();
        collect(Document.ROOT, files);
        return files.stream().sorted();
    }

    private static void collect(Path folder, List<String> files) {
        try (Stream<Path> inside = Files.list(folder)) {
            for (Path path : inside.toList()) {
                String name = path.getFileName().toString();
                if (SKIPPED.contains(name) || name.startsWith(".jqwik")) {
                    continue;
                }
                if (Files.isDirectory(path)) {
                    collect(path, files);
                } else if (FILE.matcher(name).matches()) {
                    files.add(Document.ROOT.relativize(path).toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        try {
            return Files.readString(Document.ROOT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
