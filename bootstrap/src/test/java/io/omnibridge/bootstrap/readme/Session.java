package io.omnibridge.bootstrap.readme;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The session of a document: the fenced blocks between {@code <!-- session -->} and {@code <!-- /session -->}. In a
 * {@code console} block, lines that begin with {@code $ } are commands, a backslash continues a command, and all other lines are
 * its output. In an {@code sh} block every line belongs to a command with any output.
 */
record Session(List<Step> steps) {

    private static final Pattern PART = Pattern.compile("(?s)<!-- session -->(.*?)<!-- /session -->");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(console|sh)\\n(.*?)^```$");
    private static final String PROMPT = "$ ";

    /** @param expected the output, which is compared loosely */
    record Step(String command, String expected) {}

    /** Reads the session, and rejects one without commands. */
    static Session of(String markdown) {
        List<Step> steps = PART.matcher(markdown)
                .results()
                .flatMap(part -> BLOCK.matcher(part.group(1)).results())
                .flatMap(block -> steps(block).stream())
                .toList();
        if (steps.isEmpty()) {
            throw new AssertionError(
                    "there is no session with commands between <!-- session --> and <!-- /session -->");
        }
        return new Session(steps);
    }

    private static List<Step> steps(MatchResult block) {
        return block.group(1).equals("sh")
                ? List.of(new Step(block.group(2), Loosely.ANYTHING))
                : console(block.group(2).lines().toList());
    }

    private static List<Step> console(List<String> lines) {
        List<Step> steps = new ArrayList<>();
        boolean continued = false;
        for (String line : lines) {
            if (continued || line.startsWith(PROMPT)) {
                String more = continued ? line : line.substring(PROMPT.length());
                Step begun = continued ? steps.remove(steps.size() - 1) : new Step("", "");
                steps.add(new Step(begun.command() + more + "\n", ""));
                continued = line.endsWith("\\");
            } else {
                Step last = steps.remove(steps.size() - 1);
                steps.add(new Step(last.command(), last.expected() + line + "\n"));
            }
        }
        return steps;
    }
}
