package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.HttpApi;
import io.omnibridge.adapters.http.server.MetricsServer;
import io.omnibridge.application.readiness.CheckReadiness;
import io.omnibridge.bootstrap.config.ConfigInvalid;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The service that {@link Wiring} puts together. It starts once and stops once. */
public final class Service {

    /** How long requests on open connections are still accepted after the port is closed. */
    private static final Duration MAX_LAST_REQUESTS = Duration.ofSeconds(1);

    private final HttpApi api;
    private final Optional<MetricsServer> metrics;
    private final CheckReadiness readiness;
    private final Duration drain;
    private final List<Runnable> closings;

    /**
     * @param drain how long the service still accepts requests after it reports not ready, for load balancers to notice
     * @param closings close everything that requests needed, in this order
     */
    Service(
            HttpApi api,
            Optional<MetricsServer> metrics,
            CheckReadiness readiness,
            Duration drain,
            List<Runnable> closings) {
        this.api = api;
        this.metrics = metrics;
        this.readiness = readiness;
        this.drain = drain;
        this.closings = List.copyOf(closings);
    }

    /**
     * Opens the listeners, and returns when they accept connections.
     *
     * @throws ConfigInvalid if a configured port cannot be used
     */
    public void start() throws Exception {
        if (metrics.isPresent()) {
            listen("OMNIBRIDGE_METRICS_PORT", metrics.get()::start);
        }
        listen("OMNIBRIDGE_HTTP_PORT", api::start);
    }

    private static void listen(String setting, Start start) throws Exception {
        try {
            start.run();
        } catch (Exception e) {
            if (isCausedBySocket(e)) {
                throw new ConfigInvalid(
                        List.of(setting + " names a port that this process cannot listen on: it is in use,"
                                + " or needs more rights, or OMNIBRIDGE_HTTP_HOST is not an address of this machine"));
            }
            throw e;
        }
    }

    private static boolean isCausedBySocket(Throwable e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(SocketException.class::isInstance);
    }

    /** Returns the port of the API, also where the configuration left the choice to the system. */
    public int port() {
        return api.port();
    }

    public Optional<Integer> metricsPort() {
        return metrics.map(MetricsServer::port);
    }

    /**
     * Reports not ready and serves on until the drain time is over; then lets running requests end, and closes everything, within a
     * bounded time and after failures too.
     */
    public void stop() throws Exception {
        readiness.stop();
        api.drain();
        Thread.sleep(drain.toMillis());
        api.closePort(MAX_LAST_REQUESTS);
        try {
            api.stop();
        } finally {
            closeTheRest();
        }
    }

    private void closeTheRest() throws Exception {
        closings.forEach(Runnable::run);
        if (metrics.isPresent()) {
            metrics.get().stop();
        }
    }

    @FunctionalInterface
    private interface Start {
        void run() throws Exception;
    }
}
