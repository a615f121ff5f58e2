package io.omnibridge.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The documents use the words of docs/glossary.md, name the actor, and README.md stays short. */
class WordsTest {

    private static final int MAX_README_LINES = 150;

    /** Words that the glossary has other words for, and pronouns that hide who acts. */
    private static final Pattern RETIRED = Pattern.compile(
            "(?i)\\b(obligations?|owing|owes?|owed|giv(?:e|es|en|ing) back|gave back|took back|tak(?:e|es|en|ing) back|"
                    + "unconsumed|upkeep|rehears\\w+|sweeps?|swept|newcomers?|fingerprints?|way back|first contact|"
                    + "archives? of classes|remembered tokens?|"
                    + "whoever|whosoever|nobody|somebody|everybody|whatever becomes|who(?:ever)? wants)\\b");

    @Test
    void no_document_uses_a_retired_word() {
        assertEquals("", String.join("\n", problems(Document.all())));
    }

    @Test
    void a_retired_word_is_found_in_prose_only() {
        Document document = Document.planted("""
                A sweep gives back what nobody owes. `sweep` is code.
                ```sh
                sweep --owed
                ```
                """);

        assertEquals(
                List.of(
                        "planted.md: 'sweep'",
                        "planted.md: 'gives back'",
                        "planted.md: 'nobody'",
                        "planted.md: 'owes'"),
                problems(List.of(document)));
    }

    @Test
    void the_readme_fits_into_150_lines() {
        long lines = Document.read("README.md").text().lines().count();

        assertTrue(lines <= MAX_README_LINES, () -> "README.md has " + lines + " lines");
    }

    private static List<String> problems(List<Document> documents) {
        List<String> problems = new ArrayList<>();
        for (Document document : documents) {
            String prose = document.prose().replaceAll("`[^`\\n]+`", "");
            Document.matches(RETIRED, prose).forEach(word -> problems.add(document.problem("'" + word.group() + "'")));
        }
        return problems;
    }
}
