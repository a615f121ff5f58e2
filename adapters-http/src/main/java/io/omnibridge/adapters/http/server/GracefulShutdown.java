package io.omnibridge.adapters.http.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Steps of a server before it stops, so that no client sees a request fail. Thread-safe. */
final class GracefulShutdown {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulShutdown.class);

    private volatile boolean draining;
    private volatile Optional<ServerConnector> connector = Optional.empty();

    /** Takes the connector whose port is closed one day. */
    void of(ServerConnector serverConnector) {
        connector = Optional.of(serverConnector);
    }

    boolean isDraining() {
        return draining;
    }

    /** Ends each connection with its next response, so that clients and proxies reconnect elsewhere. */
    void drain() {
        draining = true;
    }

    /**
     * Closes the port, and serves open connections on until they are idle for a second. Returns when none is left, or after {@code
     * bound}.
     */
    void closePort(Duration bound) throws InterruptedException {
        if (connector.isPresent()) {
            Future<?> closed = connector.get().shutdown();
            try {
                closed.get(bound.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                LOG.debug("connections are left after the port was closed");
            }
        }
    }
}
