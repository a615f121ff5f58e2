package io.omnibridge.adapters.providers.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes in one text, each with its line and none with a value: what stands there may be a secret. Not thread-safe. */
public final class YamlProblems {

    private record Problem(int line, String words) {
        @Override
        public String toString() {
            return "line " + line + ": " + words;
        }
    }

    private final List<Problem> problems = new ArrayList<>();

    /** Adds one, at a line that is counted from 1. */
    public void add(int line, String words) {
        problems.add(new Problem(line, words));
    }

    public int count() {
        return problems.size();
    }

    /** All of them, in the order of their lines. */
    public List<String> inOrder() {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(Problem::toString)
                .toList();
    }
}
