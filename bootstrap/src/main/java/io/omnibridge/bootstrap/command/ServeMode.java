package io.omnibridge.bootstrap.command;

import java.util.List;
import java.util.Optional;

/**
 * The two ways to run the service. Only {@link #of} reads the arguments of {@code serve}: picocli prints the help and reports
 * wrong usage, and is not loaded for a start, because it would add to the time until the service listens.
 */
enum ServeMode {
    /** With the settings of the environment. */
    CONFIGURED,
    /** For trying out, on loopback and in memory, without any setting, and with a provider of invented data. */
    DEVELOPMENT;

    static final String COMMAND = "serve";
    static final String DEVELOPMENT_OPTION = "--dev";

    /** Returns the mode that the program's arguments ask for; empty if they are another command, ask for help, or are wrong. */
    static Optional<ServeMode> of(List<String> arguments) {
        if (arguments.equals(List.of(COMMAND))) {
            return Optional.of(CONFIGURED);
        }
        return arguments.equals(List.of(COMMAND, DEVELOPMENT_OPTION)) ? Optional.of(DEVELOPMENT) : Optional.empty();
    }
}
