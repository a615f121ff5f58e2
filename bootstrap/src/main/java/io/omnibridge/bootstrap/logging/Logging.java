package io.omnibridge.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import org.slf4j.LoggerFactory;

/**
 * Configures logging in code: no file and no system property changes it. Logback finds this class through
 * {@code META-INF/services}. Lines go to standard error, because standard output belongs to the commands.
 */
public final class Logging extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        apply(context, LogFormat.TEXT, LogLevel.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Changes the format of all lines, and the level of OmniBridge's own loggers. */
    public static void configure(LogFormat format, LogLevel level) {
        apply((LoggerContext) LoggerFactory.getILoggerFactory(), format, level);
    }

    private static void apply(LoggerContext context, LogFormat format, LogLevel level) {
        context.reset();
        context.addTurboFilter(new ThirdPartyLogLevelLimit());
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(standardError(context, format));
        // Javalin throws its errors, and logs them only in addition.
        context.getLogger("io.javalin").setLevel(Level.OFF);
        context.getLogger(ThirdPartyLogLevelLimit.OWN).setLevel(Level.toLevel(level.name()));
    }

    private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext context, LogFormat format) {
        LineEncoder encoder = new LineEncoder(format);
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }
}
