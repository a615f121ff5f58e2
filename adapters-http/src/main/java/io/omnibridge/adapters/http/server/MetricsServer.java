package io.omnibridge.adapters.http.server;

import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Server of {@code GET /metrics} on its own port, in Prometheus' text format. It has the same limits as the API's server. */
public final class MetricsServer {

    private static final int MAX_THREADS = 8;

    private final Server server;
    private final ServerConnector connector;

    /**
     * Configures the server; it opens no port before {@link #start()}.
     *
     * @param scrape returns all metrics as text
     */
    public MetricsServer(Listener listener, SlowClientLimits limits, Supplier<String> scrape) {
        server = new Server(new QueuedThreadPool(MAX_THREADS));
        HttpConfiguration http = new HttpConfiguration();
        JettySetup.configure(http);
        connector = listener.connector(server, 1, http);
        server.addConnector(connector);
        server.setHandler(new ScrapeHandler(scrape, SlowConnectionMonitor.watch(connector, limits)));
        server.setErrorHandler(MetricsServer::respondWithoutBody);
    }

    /**
     * Opens the port and returns once the server accepts connections.
     *
     * @throws java.io.IOException if the port cannot be opened
     */
    public void start() throws Exception {
        server.start();
    }

    /** Returns the port that the server listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Closes the port. */
    public void stop() throws Exception {
        server.stop();
    }

    private static boolean respondWithoutBody(Request request, Response response, Callback callback) {
        callback.succeeded();
        return true;
    }
}
