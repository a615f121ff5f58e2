package io.omnibridge.adapters.http.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts the connections of clients that drip: headers, a body, or the reading of an answer, byte by byte, each in time for
 * the idle timeout. It looks at every connection at regular intervals and counts these, so a pause of this process is not
 * held against its clients. Thread-safe.
 */
final class SlowConnections extends AbstractLifeCycle implements Connection.Listener {

    private final AbstractConnector connector;
    private final Patience patience;
    private final long periodMillis;
    private final Map<Connection, ExchangeProgress> open = new ConcurrentHashMap<>();
    private volatile Scheduler.Task next = () -> false;

    private SlowConnections(AbstractConnector connector, Patience patience) {
        this.connector = connector;
        this.patience = patience;
        this.periodMillis = patience.granularity().toMillis();
    }

    /** Watches all connections of {@code connector}, for as long as it runs. */
    static SlowConnections watch(AbstractConnector connector, Patience patience) {
        SlowConnections slowConnections = new SlowConnections(connector, patience);
        connector.setIdleTimeout(patience.idle().toMillis());
        connector.addBean(slowConnections);
        return slowConnections;
    }

    /** How many connections are open. */
    int count() {
        return open.size();
    }

    /** A whole request has come on {@code connection}: what it waits for now is no fault of its client. */
    void received(ConnectionMetaData connection) {
        ExchangeProgress progress = open.get(connection.getConnection());
        if (progress != null) {
            progress.receive(bytesMoved(connection.getConnection()));
        }
    }

    /** An exchange on {@code connection} has ended: what moves from now on belongs to the next one, if there will be one. */
    void settled(ConnectionMetaData connection) {
        ExchangeProgress progress = open.get(connection.getConnection());
        if (progress != null) {
            progress.settle(bytesMoved(connection.getConnection()), !connection.isPersistent());
        }
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new ExchangeProgress());
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
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
        next = connector.getScheduler().schedule(this::sweep, periodMillis, TimeUnit.MILLISECONDS);
    }

    private void sweep() {
        try {
            open.forEach(this::look);
        } finally {
            if (isRunning()) {
                schedule();
            }
        }
    }

    private void look(Connection connection, ExchangeProgress progress) {
        if (progress.isTooSlow(bytesMoved(connection), periodMillis, patience)) {
            connection.close();
        }
    }

    private static long bytesMoved(Connection connection) {
        return connection.getBytesIn() + connection.getBytesOut();
    }
}
