package io.omnibridge.adapters.http.server;

import io.javalin.config.JettyConfig;
import io.omnibridge.adapters.http.jwt.TokenVerifier;
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

/**
 * Configures Jetty: strict parsing, limits on sizes and slow clients, and errors as problem documents. One instance configures
 * one server.
 */
public final class JettySetup {

    /** Time that requests in flight have to finish once the server stops. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    /** Number of requests that can wait for a store or a provider at the same time. */
    private static final int MAX_THREADS = 1_000;

    private static final int MIN_THREADS = 8;

    /** So many idle threads end in a minute after a peak. Jetty's default is one, so that a peak would be felt for hours. */
    private static final int MAX_EVICTED_THREADS = 250;

    /** A token of the maximum length, and 3 KiB for everything else. */
    private static final int MAX_HEADER_BYTES = TokenVerifier.MAX_TOKEN_LENGTH + 3 * 1024;

    /** Number of connections that the operating system queues before the server accepts them. */
    private static final int ACCEPT_QUEUE = 1024;

    /** Size of a socket's send buffer. Without it, the operating system buffers megabytes for each slow client. */
    private static final int SEND_BUFFER_BYTES = 128 * 1024;

    /** Size up to which a response is buffered and sent after its handler has returned, so that no thread waits for the client. */
    private static final int RESPONSE_BUFFER_BYTES = 32 * 1024;

    private final Listener listener;
    private final SlowClientLimits limits;
    private final RequestMetrics metrics;
    private final SecureRandom random;
    private final GracefulShutdown shutdown = new GracefulShutdown();

    public JettySetup(Listener listener, SlowClientLimits limits, RequestMetrics metrics, SecureRandom random) {
        this.listener = listener;
        this.limits = limits;
        this.metrics = metrics;
        this.random = random;
    }

    /** Configures the server that Javalin starts. */
    public void applyTo(JettyConfig jetty) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setMaxEvictCount(MAX_EVICTED_THREADS);
        jetty.threadPool = threads;
        jetty.modifyServer(JettySetup::removeJavalinParts);
        jetty.modifyHttpConfiguration(JettySetup::configure);
        jetty.addConnector(this::connector);
    }

    /** Ends each connection with its next response, so that clients and proxies reconnect elsewhere. Thread-safe. */
    public void drain() {
        shutdown.drain();
    }

    /** Closes the port, and waits up to {@code bound} until the open connections have ended. */
    public void closePort(Duration bound) throws InterruptedException {
        shutdown.closePort(bound);
    }

    /** Removes the statistics handler and the monitor that Javalin installs and OmniBridge does not use. */
    private static void removeJavalinParts(Server server) {
        server.setHandler((Handler) null);
        server.removeBean(server.getBean(LowResourceMonitor.class));
    }

    /** Sets strict parsing and limits, and suppresses headers that reveal the server software. */
    static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        http.setOutputBufferSize(RESPONSE_BUFFER_BYTES);
        http.setOutputAggregationSize(RESPONSE_BUFFER_BYTES);
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setHttpCompliance(HttpCompliance.STRICT);
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = listener.connector(server, Listener.DEFAULT_THREADS, http);
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
        shutdown.of(connector);
        addHandlers(server, SlowConnectionMonitor.watch(connector, limits));
        return connector;
    }

    private void addHandlers(Server server, SlowConnectionMonitor slowConnectionMonitor) {
        metrics.registerConnections(slowConnectionMonitor::count);
        CommonHeadersHandler commonHeaders =
                new CommonHeadersHandler(new RequestIds(random), shutdown::isDraining, metrics, slowConnectionMonitor);
        server.setErrorHandler(new ProblemErrorHandler(commonHeaders));
        server.setStopTimeout(STOP_TIMEOUT.toMillis());
        // A request passes them from the last one to the first.
        server.insertHandler(new IgnoredHeadersHandler());
        server.insertHandler(new LogContextHandler());
        server.insertHandler(new BodyHandler(slowConnectionMonitor));
        server.insertHandler(commonHeaders);
        server.insertHandler(new GracefulHandler());
    }
}
