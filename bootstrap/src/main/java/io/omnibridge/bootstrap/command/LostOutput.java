package io.omnibridge.bootstrap.command;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Runs a command, and lets none succeed whose output did not arrive: a keyset or a verdict may be lost with it. */
final class LostOutput implements IExecutionStrategy {

    private final IExecutionStrategy running = new RunLast();

    @Override
    public int execute(ParseResult parsed) {
        int status = running.execute(parsed);
        CommandLine commandLine = parsed.commandSpec().commandLine();
        if (commandLine.getOut().checkError() && status == CommandLine.ExitCode.OK) {
            commandLine.getErr().println("standard output could not be written: what is there is not whole");
            return CommandLine.ExitCode.SOFTWARE;
        }
        return status;
    }
}
