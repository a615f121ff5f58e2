package io.omnibridge.adapters.http.server;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts the connections of clients that drip: headers, a body, or the reading of an answer, byte by byte, each in time for
 * the idle timeout. Looks at every connection twice a second, from a thread of its own. Thread-safe.
 */
final class SlowConnections extends AbstractLifeCycle {

    private static final String EXCHANGE = "io.omnibridge.exchange";
    private static final long PERIOD_MILLIS = 500;

    private final AbstractConnector connector;
    private final Patience patience;
    private final Clock clock;
    private volatile Scheduler.Task next = () -> false;

    SlowConnections(AbstractConnector connector, Patience patience, Clock clock) {
        this.connector = connector;
        this.patience = patience;
        this.clock = clock;
    }

    /** An exchange on {@code connection} has ended: what moves from now on belongs to the next one. */
    void settled(ConnectionMetaData connection) {
        exchangeOn(connection).settle(bytesMoved(connection.getConnection()));
    }

    @Override
    protected void doStart() {
        schedule();
    }

    @Override
    protected void doStop() {
        next.cancel();
    }

    private void schedule() {
        next = connector.getScheduler().schedule(this::sweep, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        for (EndPoint endPoint : connector.getConnectedEndPoints()) {
            if (endPoint.getConnection() instanceof ConnectionMetaData connection && isTooSlow(connection)) {
                endPoint.close();
            }
        }
        if (isRunning()) {
            schedule();
        }
    }

    private boolean isTooSlow(ConnectionMetaData connection) {
        return exchangeOn(connection).isTooSlow(bytesMoved(connection.getConnection()), clock.millis(), patience);
    }

    private static long bytesMoved(Connection connection) {
        return connection.getBytesIn() + connection.getBytesOut();
    }

    private static Exchange exchangeOn(ConnectionMetaData connection) {
        Exchange exchange = (Exchange) connection.getAttribute(EXCHANGE);
        if (exchange == null) {
            connection.setAttribute(EXCHANGE, new Exchange());
            exchange = (Exchange) connection.getAttribute(EXCHANGE);
        }
        return exchange;
    }

    /** What one connection has moved since its last exchange ended, and since when the next one has been going on. */
    private static final class Exchange {

        private static final long NOT_BEGUN = -1;

        private long settledBytes;
        private long begunMillis = NOT_BEGUN;

        synchronized void settle(long bytes) {
            settledBytes = bytes;
            begunMillis = NOT_BEGUN;
        }

        synchronized boolean isTooSlow(long bytes, long nowMillis, Patience patience) {
            if (bytes == settledBytes) {
                return false;
            }
            if (begunMillis == NOT_BEGUN) {
                begunMillis = nowMillis;
            }
            return patience.isExhausted(nowMillis - begunMillis, bytes - settledBytes);
        }
    }
}
