package io.omnibridge.adapters.providers.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Mistakes in one YAML text, each with its line. They contain no value, because it may be a secret. Not thread-safe. */
public final class YamlProblems {

    private record Problem(int line, String message) {
        @Override
        public String toString() {
            return "line " + line + ": " + message;
        }
    }

    private final List<Problem> problems = new ArrayList<>();

    /** Adds a mistake; lines count from 1. */
    public void add(int line, String message) {
        problems.add(new Problem(line, message));
    }

    /** Returns the number of mistakes so far. */
    public int count() {
        return problems.size();
    }

    /** Returns all mistakes, ordered by line. */
    public List<String> inOrder() {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(Problem::toString)
                .toList();
    }
}
