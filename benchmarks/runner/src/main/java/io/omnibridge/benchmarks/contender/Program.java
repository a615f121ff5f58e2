package io.omnibridge.benchmarks.contender;

import java.util.List;
import java.util.Map;

/**
 * Something that the JVM can run.
 *
 * @param arguments of {@code java}, behind the options that all have
 * @param environment its settings, but for the port
 */
public record Program(List<String> arguments, Map<String, String> environment) {}
