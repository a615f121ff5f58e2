package io.omnibridge.bootstrap.config;

import java.util.List;

/** A configuration that cannot be used: everything that is wrong with it, by name and without values. */
public final class ConfigInvalid extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public ConfigInvalid(List<String> problems) {
        super("the configuration has " + problems.size() + " problem(s)");
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each problem, beginning with the name of the setting. */
    public List<String> problems() {
        return problems;
    }
}
