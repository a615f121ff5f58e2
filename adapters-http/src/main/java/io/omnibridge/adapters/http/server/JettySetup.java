package io.omnibridge.adapters.http.server;

import io.javalin.config.JettyConfig;
import io.omnibridge.adapters.http.metrics.RequestMetrics;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** Makes Jetty strict: one reading of a message, bounded sizes, bounded patience, errors in our own words. */
public final class JettySetup {

    /** How long requests in flight may take to finish once the server stops. */
    public static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private static final int MAX_HEADER_BYTES = 16 * 1024;

    private final String host;
    private final int port;
    private final Patience patience;
    private final RequestMetrics metrics;
    private final Clock clock;
    private final SecureRandom random;

    public JettySetup(
            String host, int port, Patience patience, RequestMetrics metrics, Clock clock, SecureRandom random) {
        this.host = host;
        this.port = port;
        this.patience = patience;
        this.metrics = metrics;
        this.clock = clock;
        this.random = random;
    }

    /** Applies all of it to the server that Javalin is about to start. */
    public void applyTo(JettyConfig jetty) {
        jetty.modifyHttpConfiguration(JettySetup::configure);
        jetty.addConnector(this::connector);
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setHttpCompliance(HttpCompliance.STRICT);
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(patience.idle().toMillis());
        SlowConnections slowConnections = new SlowConnections(connector, patience, clock);
        connector.addBean(slowConnections);
        frame(server, slowConnections);
        return connector;
    }

    private void frame(Server server, SlowConnections slowConnections) {
        FrontHandler front = new FrontHandler(new RequestIds(random), metrics, slowConnections);
        server.setErrorHandler(new ProblemErrorHandler(front));
        server.setStopTimeout(STOP_TIMEOUT.toMillis());
        server.insertHandler(new LogContextHandler());
        server.insertHandler(new BodyHandler());
        server.insertHandler(front);
        server.insertHandler(new GracefulHandler());
    }
}
