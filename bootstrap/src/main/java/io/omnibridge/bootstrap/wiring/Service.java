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

/** The running whole: what {@link Wiring} put together, as something that starts and stops. */
public final class Service {

    /** How long a service that stops still takes requests, so that whoever balances the load sees that it is not ready. */
    private static final Duration DRAIN = Duration.ofSeconds(1);

    private final HttpApi api;
    private final Optional<MetricsServer> metrics;
    private final CheckReadiness readiness;
    private final List<Runnable> closings;

    /** @param closings what lets go of everything that requests needed, in this order */
    Service(HttpApi api, Optional<MetricsServer> metrics, CheckReadiness readiness, List<Runnable> closings) {
        this.api = api;
        this.metrics = metrics;
        this.readiness = readiness;
        this.closings = List.copyOf(closings);
    }

    /**
     * Listens, and returns once it does.
     *
     * @throws ConfigInvalid if it cannot listen where the configuration says
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
            if (isRefusalToListen(e)) {
                throw new ConfigInvalid(
                        List.of(setting + " names a port that this process cannot listen on: it is in use,"
                                + " or needs more rights, or OMNIBRIDGE_HTTP_HOST is not an address of this machine"));
            }
            throw e;
        }
    }

    private static boolean isRefusalToListen(Throwable e) {
        return Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(SocketException.class::isInstance);
    }

    public int port() {
        return api.port();
    }

    public Optional<Integer> metricsPort() {
        return metrics.map(MetricsServer::port);
    }

    /** Says that it is not ready, lets requests in flight finish, and stops; bounded, and whatever fails on the way. */
    public void stop() throws Exception {
        readiness.stop();
        Thread.sleep(DRAIN.toMillis());
        try {
            api.stop();
        } finally {
            stopTheRest();
        }
    }

    private void stopTheRest() throws Exception {
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
