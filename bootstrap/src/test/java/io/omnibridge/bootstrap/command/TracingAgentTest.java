package io.omnibridge.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("S25")
class TracingAgentTest {

    private static final Map<String, String> PROPERTIES =
            Map.of("otel.instrumentation.common.default-enabled", "false", "otel.propagators", "none");
    private static final Map<String, String> VARIABLES =
            Map.of("OTEL_INSTRUMENTATION_COMMON_DEFAULT_ENABLED", "false", "OTEL_PROPAGATORS", "none");

    @Test
    void without_an_agent_there_is_nothing_to_warn_of() {
        assertFalse(TracingAgent.isPresent());
    }

    @Test
    void the_documented_settings_make_it_harmless() {
        assertTrue(new TracingAgent(PROPERTIES, Map.of()).isHarmless());
        assertTrue(new TracingAgent(Map.of(), VARIABLES).isHarmless());
    }

    @ParameterizedTest
    @ValueSource(strings = {"otel.instrumentation.common.default-enabled", "otel.propagators"})
    void each_of_the_settings_is_needed(String name) {
        Map<String, String> others = new HashMap<>(PROPERTIES);
        others.remove(name);

        assertFalse(new TracingAgent(others, Map.of()).isHarmless());
    }

    @ParameterizedTest
    @CsvSource({
        "otel.instrumentation.jetty.enabled, true, false",
        "otel.instrumentation.servlet.enabled, true, false",
        "otel.instrumentation.java-http-client.enabled, true, false",
        "otel.instrumentation.jedis.enabled, true, false",
        "otel.instrumentation.jdbc.enabled, true, true",
        "otel.propagators, tracecontext, false"
    })
    void a_setting_beside_them_may_undo_them(String name, String value, boolean isHarmless) {
        Map<String, String> more = new HashMap<>(PROPERTIES);
        more.put(name, value);

        assertEquals(isHarmless, new TracingAgent(more, VARIABLES).isHarmless());
    }

    @Test
    void a_property_wins_over_a_variable() {
        assertFalse(new TracingAgent(Map.of("otel.propagators", "baggage"), VARIABLES).isHarmless());
    }
}
