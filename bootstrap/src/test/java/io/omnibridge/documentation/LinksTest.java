package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every relative link leads to a file, and its anchor to a heading, as GitHub makes anchors. */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");

    @Test
    void every_link_leads_somewhere() {
        List<Document> documents = Stream.concat(Document.all().stream(), Stream.of(Document.read("CHANGELOG.md")))
                .toList();

        assertEquals("", String.join("\n", problems(documents)));
    }

    @Test
    void a_link_to_nothing_is_found() {
        Document document = Document.planted("""
                # One heading
                [a](#one-heading) [b](#no-heading) [c](no-file.md) [d](README.md#no-heading)
                [e](README.md#two-commands) [f](https://elsewhere.example/x#y)
                """);

        assertEquals(
                List.of(
                        "planted.md: no heading for #no-heading",
                        "planted.md: no file for no-file.md",
                        "planted.md: no heading for README.md#no-heading"),
                problems(List.of(document)));
    }

    @Test
    void a_repeated_heading_has_a_number() {
        Document document = Document.planted("# `A` b, c …\n# x\n# x\n[1](#a-b-c-) [2](#x) [3](#x-1) [4](#x-2)\n");

        assertEquals(List.of("planted.md: no heading for #x-2"), problems(List.of(document)));
    }

    private static List<String> problems(List<Document> documents) {
        List<String> problems = new ArrayList<>();
        for (Document document : documents) {
            Document.matches(LINK, document.prose())
                    .map(link -> link.group(1))
                    .filter(target -> !target.matches("[a-z]+:.*"))
                    .forEach(target -> problem(document, target).ifPresent(problems::add));
        }
        return problems;
    }

    private static Optional<String> problem(Document document, String target) {
        String[] parts = target.split("#", 2);
        Path file = parts[0].isEmpty()
                ? document.path()
                : document.path().resolveSibling(parts[0]).normalize();
        boolean isSame = file.equals(document.path());
        if (!isSame && !Files.exists(Document.ROOT.resolve(file))) {
            return Optional.of(document.problem("no file for " + target));
        }
        Document linked = isSame || parts.length < 2 ? document : Document.read(file.toString());
        return parts.length < 2 || anchors(linked).contains(parts[1])
                ? Optional.empty()
                : Optional.of(document.problem("no heading for " + target));
    }

    static Set<String> anchors(Document document) {
        Map<String, Integer> uses = new HashMap<>();
        Set<String> anchors = new HashSet<>();
        Document.matches(HEADING, document.prose()).forEach(heading -> {
            String anchor = heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
            int former = uses.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(former == 0 ? anchor : anchor + "-" + former);
        });
        return anchors;
    }
}
