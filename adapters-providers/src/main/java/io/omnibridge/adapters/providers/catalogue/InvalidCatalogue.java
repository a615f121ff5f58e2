package io.omnibridge.adapters.providers.catalogue;

import java.util.List;

/** The operator's file has mistakes: all of them, each with its line and none with a value. */
public final class InvalidCatalogue extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidCatalogue(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
