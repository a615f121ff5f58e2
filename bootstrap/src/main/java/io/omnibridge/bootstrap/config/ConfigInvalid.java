package io.omnibridge.bootstrap.config;

import java.util.List;

/** Thrown for a configuration that cannot be used, with every problem. No message contains a value. */
public final class ConfigInvalid extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public ConfigInvalid(List<String> problems) {
        super("the configuration has " + problems.size() + (problems.size() == 1 ? " problem" : " problems"));
        this.problems = List.copyOf(problems);
    }

    /** Returns one sentence for each problem, which begins with the name of the setting. */
    public List<String> problems() {
        return problems;
    }
}
