package io.omnibridge.bootstrap.command;

import io.omnibridge.bootstrap.config.Values;
import io.omnibridge.domain.InvalidValue;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads the value of an option as a type of the domain. */
final class OptionValue {

    private OptionValue() {}

    /**
     * @throws ParameterException that names the option and does not repeat the value, if {@code reader} refuses it, or it did
     *     not arrive as it was typed
     */
    static <T> T read(CommandSpec spec, String option, String value, Function<String, T> reader) {
        try {
            return reader.apply(Values.decoded(value));
        } catch (InvalidValue e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage());
        }
    }
}
