package io.omnibridge.bootstrap.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * OpenTelemetry's Java agent, in this JVM. By default it exports the query and the path of each request, which contain authorization
 * codes, states and account ids, and forwards the caller's baggage to providers. docs/tracing.md has the settings that prevent
 * that. Immutable.
 */
final class TracingAgent {

    /** A class of the agent that every distribution of it puts on the boot class path. */
    private static final String CLASS = "io.opentelemetry.javaagent.bootstrap.AgentInitializer";

    private static final String DEFAULT_ENABLED = "otel.instrumentation.common.default-enabled";
    private static final String PROPAGATORS = "otel.propagators";

    /** What would export requests or keys of Redis, or forward headers, if it were enabled one by one. */
    private static final List<String> REVEALING =
            List.of("jetty", "jetty-12.0", "servlet", "javalin", "java-http-client", "jedis", "jedis-4.0");

    private static final Pattern NOT_IN_VARIABLES = Pattern.compile("[.-]");

    private final Map<String, String> properties;
    private final Map<String, String> environment;

    /**
     * @param properties the system properties, which win
     * @param environment the environment variables
     */
    TracingAgent(Map<String, String> properties, Map<String, String> environment) {
        this.properties = properties;
        this.environment = environment;
    }

    /** Returns whether the agent runs in this JVM. */
    static boolean isPresent() {
        try {
            return Class.forName(CLASS, false, null) != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Returns whether the agent exports nothing of a request, and forwards nothing of it. */
    boolean isHarmless() {
        return is(DEFAULT_ENABLED, "false")
                && is(PROPAGATORS, "none")
                && REVEALING.stream().noneMatch(name -> is("otel.instrumentation." + name + ".enabled", "true"));
    }

    /** Returns the sentence that an operator needs to read. */
    static String warning() {
        return "OpenTelemetry's agent is present without " + DEFAULT_ENABLED + "=false and " + PROPAGATORS + "=none"
                + ", or with instrumentation that undoes them: it exports authorization codes, states and account ids,"
                + " and forwards the baggage of callers to providers; see docs/tracing.md";
    }

    private boolean is(String property, String value) {
        String variable = NOT_IN_VARIABLES.matcher(property).replaceAll("_").toUpperCase(Locale.ROOT);
        return Optional.ofNullable(properties.get(property))
                .or(() -> Optional.ofNullable(environment.get(variable)))
                .filter(value::equalsIgnoreCase)
                .isPresent();
    }
}
