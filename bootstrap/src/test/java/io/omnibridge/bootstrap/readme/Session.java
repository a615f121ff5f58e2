package io.omnibridge.bootstrap.readme;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The session that a document shows: in the fenced {@code console} blocks between {@code <!-- session -->} and
 * {@code <!-- /session -->}, lines that begin with {@code $ } are commands, lines after one that ends with a backslash belong
 * to it, and all others are what it prints. In {@code sh} blocks every line belongs to a command that may print anything.
 */
record Session(List<Step> steps) {

    private static final Pattern PART = Pattern.compile("(?s)<!-- session -->(.*?)<!-- /session -->");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(console|sh)\\n(.*?)^```$");
    private static final String PROMPT = "$ ";

    /** @param expected what it prints, loosely */
    record Step(String command, String expected) {}

    /** Reads the session; one without any command is a mistake. */
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
