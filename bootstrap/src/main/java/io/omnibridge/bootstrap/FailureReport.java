package io.omnibridge.bootstrap;

import io.omnibridge.bootstrap.config.ConfigInvalid;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in words what went wrong, never by a stack trace. */
final class FailureReport implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (e instanceof ConfigInvalid invalid) {
            err.println("The configuration cannot be used:");
            invalid.problems().forEach(problem -> err.println("  " + problem));
            err.flush();
            return CommandLine.ExitCode.USAGE;
        }
        err.println("omnibridge failed: " + e.getClass().getSimpleName());
        err.flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
