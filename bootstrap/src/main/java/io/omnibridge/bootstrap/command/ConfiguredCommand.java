package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.config.Values;
import io.omnibridge.bootstrap.wiring.VaultAccess;
import io.omnibridge.domain.InvalidValue;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that reads its settings from the environment, and usually opens the vault that they name. */
abstract class ConfiguredCommand implements Callable<Integer> {

    final VaultAccess access;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    ConfiguredCommand(VaultAccess access) {
        this.access = access;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /**
     * Reads the value of {@code option} as a type of the domain.
     *
     * @throws ParameterException that names the option and does not repeat the value, if {@code reader} rejects the value or
     *     the locale lost some of its characters
     */
    final <T> T read(String option, String value, Function<String, T> reader) {
        try {
            return reader.apply(Values.decoded(value));
        } catch (InvalidValue e) {
            throw wrongUsage(option + " " + e.getMessage());
        }
    }

    /** Returns an exception that ends the command with {@code problem}, the usage, and status 2. */
    final ParameterException wrongUsage(String problem) {
        return new WrongUsage(spec.commandLine(), problem);
    }
}
