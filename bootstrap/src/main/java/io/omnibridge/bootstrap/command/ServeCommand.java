package io.omnibridge.bootstrap.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The help of {@code serve}, and its reports of wrong usage. {@link ServeMode} reads the arguments that run the service. */
@Command(name = ServeMode.COMMAND, description = "Run the service.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** Declares the option for the help. {@link ServeMode} reads it. */
    @Option(
            names = ServeMode.DEVELOPMENT_OPTION,
            arity = "0",
            description = "need no configuration: loopback, memory, fresh keys, a token to try with")
    void development(boolean isGiven) {}

    @Override
    public Integer call() {
        throw new WrongUsage(spec.commandLine(), "serve takes --dev or nothing");
    }
}
