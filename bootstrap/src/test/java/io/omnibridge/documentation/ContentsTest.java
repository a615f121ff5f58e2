package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page with a list of contents lists all its sections in their order, and README.md or docs/operations.md leads to every page. */
class ContentsTest {

    private static final Pattern CONTENTS = Pattern.compile("(?m)^- \\[(.+?)]\\(#");
    private static final Pattern SECTION = Pattern.compile("(?m)^## (.+?) *$");
    private static final Pattern LINK = Pattern.compile("\\]\\((?:docs/)?([\\w-]+\\.md)[#)]");

    @Test
    void every_list_of_contents_is_complete() {
        List<String> problems =
                Document.all().stream().flatMap(ContentsTest::problems).toList();

        assertEquals("", String.join("\n", problems));
    }

    @Test
    void a_section_that_is_not_listed_is_found() {
        Document document = Document.planted("# A\n- [B](#b)\n- [D](#d)\n## B\n## C\n## D\n- [x](#b)\n");

        assertEquals(
                List.of("planted.md: lists [B, D] of [B, C, D]"),
                problems(document).toList());
    }

    @Test
    void readme_or_operations_leads_to_every_page() {
        List<String> linked = Stream.of("README.md", "docs/operations.md")
                .flatMap(page -> Document.matches(LINK, Document.read(page).text()))
                .map(link -> link.group(1))
                .toList();
        List<String> missing = Document.all().stream()
                .map(document -> document.path().toString())
                .filter(path -> path.startsWith("docs/") && !path.startsWith("docs/decisions/"))
                .map(path -> path.substring("docs/".length()))
                .filter(page -> !linked.contains(page) && !page.equals("operations.md"))
                .toList();

        assertEquals(List.of(), missing);
    }

    private static Stream<String> problems(Document document) {
        String prose = document.prose();
        List<String> contents = texts(CONTENTS, prose.split("(?m)^## ", 2)[0]);
        List<String> sections = texts(SECTION, prose);
        return contents.isEmpty() || contents.equals(sections)
                ? Stream.of()
                : Stream.of(document.problem("lists " + contents + " of " + sections));
    }

    private static List<String> texts(Pattern pattern, String prose) {
        return Document.matches(pattern, prose).map(found -> found.group(1)).collect(Collectors.toList());
    }
}
