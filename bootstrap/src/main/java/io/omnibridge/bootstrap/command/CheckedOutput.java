package io.omnibridge.bootstrap.command;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs a command, and reports status 1 if its output could not be written: a keyset or a report may be incomplete. */
final class CheckedOutput implements IExecutionStrategy {

    private final IExecutionStrategy runLast = new RunLast();

    @Override
    public int execute(ParseResult parsed) {
        int status = runLast.execute(parsed);
        CommandLine commandLine = parsed.commandSpec().commandLine();
        if (commandLine.getOut().checkError() && status == CommandLine.ExitCode.OK) {
            commandLine.getErr().println("standard output could not be written: the output is incomplete");
            return CommandLine.ExitCode.SOFTWARE;
        }
        return status;
    }
}
