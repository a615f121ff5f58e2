package io.omnibridge.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps every logger but OmniBridge's own at INFO, whatever level anybody sets: below that, the server logs Authorization
 * headers and bodies. Those that repeat at any level what was sent say nothing at all.
 */
final class ForeignLoggersCap extends TurboFilter {

    static final String OWN = "io.omnibridge";

    /** They warn of a bad Host header or authority and quote it, query and all. The request is answered with a problem. */
    private static final Set<String> REPEATING =
            Set.of("org.eclipse.jetty.http.HttpParser", "org.eclipse.jetty.util.HostPort");

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable t) {
        if (!level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            // It says nothing as it is. The server asks dozens of times in each request.
            return FilterReply.DENY;
        }
        if (REPEATING.contains(logger.getName())) {
            return FilterReply.DENY;
        }
        boolean own = logger.getName().equals(OWN) || logger.getName().startsWith(OWN + ".");
        return own || level.isGreaterOrEqual(Level.INFO) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
