package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Pages that sources name, in help texts, messages and comments, exist and say something about the subject. */
class PagesInTextsTest {

    private static final Pattern PAGE = Pattern.compile("docs/[\\w/-]+\\.md(?:#[\\w-]+)?");

    /** docs/operations.md has a line about every command, so that the page alone leads nowhere. */
    private static final Pattern TEXT_WITH_OPERATIONS =
            Pattern.compile("\"[^\"\\n]*docs/operations\\.md(?!#)[^\"\\n]*\"");

    @Test
    void every_page_that_a_source_names_exists() {
        assertEquals(List.of(), sources().flatMap(PagesInTextsTest::problems).toList());
    }

    @Test
    void a_page_without_a_subject_is_found() {
        assertEquals(
                List.of(
                        "no page docs/no-page.md",
                        "no section docs/keys.md#no-section",
                        "no section of the page: \"see docs/operations.md\""),
                problems("""
                                /** See docs/no-page.md, docs/operations.md and docs/keys.md#rotating-keys. */
                                "docs/keys.md#no-section", "see docs/operations.md", "docs/operations.md#redis"
                                """).toList());
    }

    private static Stream<String> problems(String source) {
        Stream<String> missing =
                Document.matches(PAGE, source).map(MatchResult::group).flatMap(PagesInTextsTest::problem);
        return Stream.concat(
                missing,
                Document.matches(TEXT_WITH_OPERATIONS, source).map(text -> "no section of the page: " + text.group()));
    }

    private static Stream<String> problem(String reference) {
        String[] parts = reference.split("#", 2);
        if (!Files.exists(Document.ROOT.resolve(parts[0]))) {
            return Stream.of("no page " + reference);
        }
        return parts.length < 2 || LinksTest.anchors(Document.read(parts[0])).contains(parts[1])
                ? Stream.of()
                : Stream.of("no section " + reference);
    }

    private static Stream<String> sources() {
        return Stream.of(
                        "domain",
                        "application",
                        "adapters-support",
                        "adapters-http",
                        "adapters-store",
                        "adapters-providers",
                        "bootstrap")
                .map(module -> Document.ROOT.resolve(module).resolve("src/main/java"))
                .flatMap(PagesInTextsTest::files);
    }

    private static Stream<String> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .map(PagesInTextsTest::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
