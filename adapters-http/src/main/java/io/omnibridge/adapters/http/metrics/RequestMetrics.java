package io.omnibridge.adapters.http.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times requests by route template, method and status. No label holds a value that a caller chose. Thread-safe.
 */
public final class RequestMetrics {

    private static final String UNMATCHED = "unmatched";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "DELETE", "OPTIONS");
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final ConcurrentMap<Series, Timer> timers = new ConcurrentHashMap<>();

    public RequestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Series(String route, String method, int status) {}

    /**
     * Records one request whose response is complete.
     *
     * @param route the template of the matched route, or null if no route matched
     * @param beginNanos when the request began, on the clock of {@link System#nanoTime()}
     */
    public void completed(@Nullable String route, String method, int status, long beginNanos) {
        Series series =
                new Series(route == null ? UNMATCHED : route, METHODS.contains(method) ? method : "other", status);
        long nanos = registry.config().clock().monotonicTime() - beginNanos;
        timers.computeIfAbsent(series, this::register).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Registers a gauge of open connections; each scrape reads {@code open}. */
    public void registerConnections(Supplier<Number> open) {
        Gauge.builder("omnibridge.http.connections", open)
                .description("Open connections")
                .register(registry);
    }

    private Timer register(Series series) {
        return Timer.builder("omnibridge.http.requests")
                .description("Time from the first byte of a request to the last byte of its response")
                .tag("route", series.route())
                .tag("method", series.method())
                .tag("status", Integer.toString(series.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
