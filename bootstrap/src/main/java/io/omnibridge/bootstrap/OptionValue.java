package io.omnibridge.bootstrap;

import io.omnibridge.domain.InvalidValue;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Reads the value of an option as a type of the domain. */
final class OptionValue {

    /** What the JVM makes of bytes that the locale does not know: another user than the one who was meant. */
    private static final char UNDECODABLE = '\uFFFD';

    private OptionValue() {}

    /**
     * @throws ParameterException that names the option and does not repeat the value, if {@code reader} refuses it, or it did
     *     not arrive as it was typed
     */
    static <T> T read(CommandSpec spec, String option, String value, Function<String, T> reader) {
        if (value.indexOf(UNDECODABLE) >= 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " has characters that cannot be read in this locale: set LC_ALL to one in UTF-8, such as"
                            + " C.UTF-8");
        }
        try {
            return reader.apply(value);
        } catch (InvalidValue e) {
            throw new ParameterException(spec.commandLine(), option + " " + e.getMessage());
        }
    }
}
