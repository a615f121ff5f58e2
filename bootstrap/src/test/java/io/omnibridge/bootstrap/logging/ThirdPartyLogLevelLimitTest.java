package io.omnibridge.bootstrap.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import io.omnibridge.adapters.support.testing.LogRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** No setting makes the logger of a library log below INFO. */
@Tag("S1")
@Isolated("it configures the logging of the JVM")
class ThirdPartyLogLevelLimitTest {

    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final LogRecorder written = new LogRecorder();

    @BeforeEach
    void captureLog() {
        Logging.configure(LogFormat.TEXT, LogLevel.TRACE);
        written.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.TRACE);
        root.addAppender(written);
    }

    @AfterEach
    void restoreLogging() {
        Logging.configure(LogFormat.TEXT, LogLevel.INFO);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"org.eclipse.jetty", "org.eclipse.jetty.server.HttpChannel", "io.omnibridgelike", "io", "ROOT"})
    void a_foreign_logger_set_to_trace_in_code_still_logs_only_info(String name) {
        Logger foreign = context.getLogger(name);
        foreign.setLevel(Level.TRACE);

        foreign.trace("Authorization: {}", "Bearer");
        foreign.debug("Authorization: {}", "Bearer");
        foreign.warn("something else");

        assertFalse(foreign.isTraceEnabled());
        assertFalse(foreign.isDebugEnabled());
        assertEquals(1, written.list.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.eclipse.jetty.http.HttpParser", "org.eclipse.jetty.util.HostPort"})
    void a_logger_that_repeats_input_is_silent(String name) {
        Logger repeating = context.getLogger(name);
        repeating.setLevel(Level.TRACE);

        repeating.warn("Bad Authority: [{}]", "/accounts?access_token=x");
        repeating.error("Bad Authority: [{}]", "/accounts?access_token=x");

        assertEquals(0, written.list.size());
    }

    @ParameterizedTest
    @EnumSource
    void omnibridge_loggers_follow_the_configured_level(LogLevel level) {
        Logging.configure(LogFormat.TEXT, level);

        assertEquals(
                Level.toLevel(level.name()),
                context.getLogger("io.omnibridge.x").getEffectiveLevel());
    }

    @Test
    void omnibridge_loggers_are_not_capped() {
        assertTrue(context.getLogger("io.omnibridge").isTraceEnabled());
        assertTrue(context.getLogger("io.omnibridge.adapters.http").isTraceEnabled());
    }

    @Test
    void logging_is_configured_by_code_and_by_no_file() {
        assertEquals(
                ch.qos.logback.classic.spi.Configurator.ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY,
                new Logging().configure(context));
    }
}
