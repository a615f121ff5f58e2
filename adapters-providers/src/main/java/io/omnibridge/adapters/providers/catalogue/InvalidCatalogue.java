package io.omnibridge.adapters.providers.catalogue;

import java.util.List;

/** Thrown when the operator's file has mistakes. Lists all of them with their lines, and never a value from the file. */
public final class InvalidCatalogue extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidCatalogue(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns one sentence for each mistake. */
    public List<String> problems() {
        return problems;
    }
}
