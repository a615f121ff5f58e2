package io.omnibridge.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words in texts for readers that docs/glossary.md has other words for, and pronouns that hide who acts. */
final class RetiredTexts {

    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\b(obligations?|owing|owes?|owed|giv(?:e|es|en|ing) back|gave back|took back|tak(?:e|es|en|ing) back|"
                    + "hand(?:s|ed|ing)? back|unconsumed|upkeep|rehears\\w+|sweep(?:s|er|ing)?|swept|newcomers?|fingerprints?|"
                    + "way back|first contact|archives? of classes|settl(?:e|es|ed|ing)|sights?|patience|trails?|"
                    + "doubt(?:s|ful)?|holdings|facts?|proofs?|met|verdicts?|remember(?:s|ed|ing)?|"
                    + "founds|founded|founding|of the moment|in passing|what came of|departures?|eras?|below the routes|"
                    + "whoever|whosoever|nobody|somebody|everybody|whatever becomes|who(?:ever)? wants)\\b");

    /**
     * Words that stay, for a reason.
     *
     * @param path of the files, a regular expression
     * @param word a regular expression, of what is found in its line
     */
    private record Allowed(String path, String word, String reason) {

        boolean allows(String file, String line) {
            return !reason.isEmpty()
                    && file.matches(path)
                    && Pattern.compile(word).matcher(line).find();
        }
    }

    private static final List<Allowed> ALLOWED = List.of(
            new Allowed(".*/architecture/(RetiredWords\\w*|fixture/.*)\\.java", "", "lists these words"),
            new Allowed(".*/documentation/RetiredTexts\\w*\\.java", "", "lists these words"),
            new Allowed(".*/V[1-3]__\\w+\\.sql", "", "a migration that ran keeps its checksum"),
            new Allowed(".*/PostgresUpgradeIT\\.java", "obligation", "tables of the first version"),
            new Allowed(
                    ".*/(KeyScanCursor|SlotLayout)\\.java",
                    "fingerprint",
                    "the term for a layout; a token has a digest"),
            new Allowed("docs/performance\\.md", "(?i)\\bmet\\b", "said of a target"),
            new Allowed(".*\\.md", "Proof Key", "the name in RFC 7636"),
            new Allowed(".*\\.java", "noBody\\b", "a method of the JDK"),
            new Allowed(
                    ".*/src/test/.*\\.java",
                    "\"(\\{\\\\\"provider\\\\\":\\\\\")?(no|some)body",
                    "a name of an invented user or provider"));

    private RetiredTexts() {}

    /** Returns each retired word of a file with its line. A name with {@code _} counts as words. */
    static List<String> in(String file, String text) {
        List<String> problems = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\n", -1)) {
            number++;
            Matcher retired = WORDS.matcher(line.replace('_', ' '));
            if (retired.find() && ALLOWED.stream().noneMatch(it -> it.allows(file, line))) {
                problems.add(file + ":" + number + ": '" + retired.group() + "'");
            }
        }
        return problems;
    }
}
