package io.omnibridge.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Filter that keeps the loggers of libraries at INFO, whatever level is configured: below that, the HTTP server logs
 * {@code Authorization} headers and bodies. Loggers that repeat input at any level are silenced.
 */
final class ThirdPartyLogLevelLimit extends TurboFilter {

    static final String OWN = "io.omnibridge";

    /** Warn about a bad Host header or authority and quote it with its query. The client receives a problem in any case. */
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
            // Decided first, because the HTTP server asks dozens of times for each request.
            return FilterReply.DENY;
        }
        if (REPEATING.contains(logger.getName())) {
            return FilterReply.DENY;
        }
        boolean own = logger.getName().equals(OWN) || logger.getName().startsWith(OWN + ".");
        return own || level.isGreaterOrEqual(Level.INFO) ? FilterReply.NEUTRAL : FilterReply.DENY;
    }
}
