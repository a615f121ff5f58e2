package io.omnibridge.adapters.http.server;

import io.javalin.config.JettyConfig;
import io.omnibridge.adapters.http.metrics.RequestMetrics;
import java.security.SecureRandom;
import java.time.Duration;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.LowResourceMonitor;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Makes Jetty strict: one reading of a message, bounded sizes, bounded patience, errors in our own words. */
public final class JettySetup {

    /** How long requests in flight may take to finish once the server stops. */
    public static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    /** How many requests may wait for a store or a provider at once, before others wait for them. */
    private static final int MAX_THREADS = 1_000;

    private static final int MIN_THREADS = 8;

    private static final int MAX_HEADER_BYTES = 16 * 1024;

    /** Connections that wait to be accepted when many come at once. */
    private static final int ACCEPT_QUEUE = 1024;

    /** What the system keeps for each reader that is slow: without a limit it would be megabytes. */
    private static final int SEND_BUFFER_BYTES = 128 * 1024;

    /** What a handler writes up to this size is sent after it has returned: no thread waits for a slow reader. */
    private static final int BUFFER_BYTES = 32 * 1024;

    private final Listener listener;
    private final SlowClientLimits limits;
    private final RequestMetrics metrics;
    private final SecureRandom random;

    public JettySetup(Listener listener, SlowClientLimits limits, RequestMetrics metrics, SecureRandom random) {
        this.listener = listener;
        this.limits = limits;
        this.metrics = metrics;
        this.random = random;
    }

    /** Applies all of it to the server that Javalin is about to start. */
    public void applyTo(JettyConfig jetty) {
        jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        jetty.modifyServer(JettySetup::strip);
        jetty.modifyHttpConfiguration(JettySetup::configure);
        jetty.addConnector(this::connector);
    }

    /** Takes away the handler and the monitor that Javalin gives its server: what they count, nobody reads. */
    private static void strip(Server server) {
        server.setHandler((Handler) null);
        server.removeBean(server.getBean(LowResourceMonitor.class));
    }

    /** Makes {@code http} strict and close-mouthed. */
    static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setOutputBufferSize(BUFFER_BYTES);
        http.setOutputAggregationSize(BUFFER_BYTES);
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setHttpCompliance(HttpCompliance.STRICT);
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = listener.connector(server, Listener.AS_JETTY_CHOOSES, http);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
        frame(server, SlowConnectionMonitor.watch(connector, limits));
        return connector;
    }

    private void frame(Server server, SlowConnectionMonitor slowConnectionMonitor) {
        metrics.showConnections(slowConnectionMonitor::count);
        CommonHeadersHandler front = new CommonHeadersHandler(new RequestIds(random), metrics, slowConnectionMonitor);
        server.setErrorHandler(new ProblemErrorHandler(front));
        server.setStopTimeout(STOP_TIMEOUT.toMillis());
        server.insertHandler(new IgnoredHeadersHandler());
        server.insertHandler(new LogContextHandler());
        server.insertHandler(new BodyHandler(slowConnectionMonitor));
        server.insertHandler(front);
        server.insertHandler(new GracefulHandler());
    }
}
