package io.omnibridge.bootstrap.process;

import java.util.List;
import java.util.Map;

/** Runs what people paste into a shell. */
public final class Shell {

    private Shell() {}

    /** Runs {@code script} in the project's folder, with {@code variables}. */
    public static Run bash(String script, Map<String, String> variables) {
        return Run.start(Omnibridge.PROJECT, variables, List.of("bash", "-c", script));
    }
}
