package io.omnibridge.bootstrap.command;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Wrong usage that a command detected. Its message repeats no argument. */
final class WrongUsage extends ParameterException {

    private static final long serialVersionUID = 1L;

    WrongUsage(CommandLine commandLine, String problem) {
        super(commandLine, problem);
    }
}
