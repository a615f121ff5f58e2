package io.omnibridge.benchmarks.result;

import java.util.List;

/**
 * One question and what was measured to answer it.
 *
 * @param scenario its name on the command line
 * @param note what has to be known to read the table
 */
public record Section(String scenario, String title, String note, List<Measured> measured) {

    public Section {
        measured = List.copyOf(measured);
    }

    /** The same, which says on which JDK it was measured. */
    public Section on(String jdk) {
        return new Section(scenario, title + ", " + jdk, note, measured);
    }

    /** What was measured of the contender of that name. */
    Measured named(String contender) {
        return measured.stream()
                .filter(candidate -> candidate.contender().equals(contender))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contender " + contender));
    }
}
