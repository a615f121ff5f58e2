package io.omnibridge.bootstrap.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Reports wrong usage. It repeats no argument, because a secret may stand in the wrong place; picocli's own messages do. */
final class UsageReport implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(problem(e));
        command.usage(err);
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static String problem(ParameterException e) {
        if (e instanceof WrongUsage wrong) {
            return String.valueOf(wrong.getMessage());
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return "missing: "
                    + String.join(
                            ", ",
                            missing.getMissing().stream().map(UsageReport::name).toList());
        }
        return e.getArgSpec() == null
                ? "an argument is unknown, or stands where none is expected"
                : name(e.getArgSpec()) + " has a wrong value, is missing one, or is given twice";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
