package io.omnibridge.benchmarks.contender;

import java.util.List;
import java.util.Map;

/**
 * Something that can be run.
 *
 * @param arguments of {@code java}, behind the options that all have; the whole command of what needs no JVM
 * @param environment its settings, but for the port
 */
public record Program(List<String> arguments, Map<String, String> environment, boolean isJava) {

    /** A program for the JVM. */
    Program(List<String> arguments, Map<String, String> environment) {
        this(arguments, environment, true);
    }
}
