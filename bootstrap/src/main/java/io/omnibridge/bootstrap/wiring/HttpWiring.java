package io.omnibridge.bootstrap.wiring;

import io.omnibridge.adapters.http.HttpApi;
import io.omnibridge.adapters.http.metrics.RequestMetrics;
import io.omnibridge.adapters.http.route.Dispatcher;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.adapters.http.server.JettySetup;
import io.omnibridge.adapters.http.server.Listener;
import io.omnibridge.adapters.http.server.MetricsServer;
import io.omnibridge.adapters.http.server.ServerTls;
import io.omnibridge.adapters.http.server.SlowClientLimits;
import io.omnibridge.bootstrap.config.Config;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** The two HTTP servers, which share host and TLS: the API, and the metrics if a port is configured for them. */
record HttpWiring(Config config, Optional<ServerTls> tls, MetricsWiring metrics, SecureRandom random) {

    HttpApi api(Dispatcher dispatcher, List<Route> routes) {
        JettySetup jetty = new JettySetup(
                listener(config.httpPort()), SlowClientLimits.DEFAULT, new RequestMetrics(metrics.registry()), random);
        return new HttpApi(jetty, dispatcher, routes);
    }

    Optional<MetricsServer> metricsServer() {
        return config.metricsPort()
                .map(port -> new MetricsServer(
                        listener(port),
                        SlowClientLimits.DEFAULT,
                        metrics.scrape().orElseThrow()));
    }

    private Listener listener(int port) {
        return new Listener(config.httpHost(), port, tls);
    }
}
