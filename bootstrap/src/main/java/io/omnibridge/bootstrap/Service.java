package io.omnibridge.bootstrap;

import io.omnibridge.adapters.http.HttpApi;
import io.omnibridge.adapters.http.metrics.MetricsServer;
import io.omnibridge.application.readiness.CheckReadiness;
import java.time.Duration;
import java.util.Optional;

/** The running whole: what {@link Wiring} put together, as something that starts and stops. */
final class Service {

    /** How long a service that stops still takes requests, so that whoever balances the load sees that it is not ready. */
    private static final Duration DRAIN = Duration.ofSeconds(1);

    private final HttpApi api;
    private final Optional<MetricsServer> metrics;
    private final CheckReadiness readiness;
    private final Runnable closeKeys;

    Service(HttpApi api, Optional<MetricsServer> metrics, CheckReadiness readiness, Runnable closeKeys) {
        this.api = api;
        this.metrics = metrics;
        this.readiness = readiness;
        this.closeKeys = closeKeys;
    }

    /** Listens, and returns once it does. */
    void start() throws Exception {
        if (metrics.isPresent()) {
            metrics.get().start();
        }
        api.start();
    }

    int port() {
        return api.port();
    }

    Optional<Integer> metricsPort() {
        return metrics.map(MetricsServer::port);
    }

    /** Says that it is not ready, lets requests in flight finish, and stops; bounded. */
    void stop() throws Exception {
        readiness.stop();
        Thread.sleep(DRAIN.toMillis());
        api.stop();
        if (metrics.isPresent()) {
            metrics.get().stop();
        }
        closeKeys.run();
    }
}
