package io.omnibridge.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps every logger but OmniBridge's own at INFO, whatever level anybody sets: below that, the server logs Authorization
 * headers and bodies.
 */
final class ForeignLoggersCap extends TurboFilter {

    static final String OWN = "io.omnibridge";

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable t) {
        boolean own = logger.getName().equals(OWN) || logger.getName().startsWith(OWN + ".");
        return own || level.isGreaterOrEqual(Level.INFO) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
