package io.omnibridge.adapters.http.server;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Cuts the connections of clients that drip: headers, a body, or the reading of an answer, byte by byte, each in time for
 * the idle timeout; in TLS the handshake and the pieces of a record too. It looks at every connection at regular intervals and counts these, so a pause of this process is not
 * held against its clients. Thread-safe.
 */
final class SlowConnectionMonitor extends AbstractLifeCycle implements Connection.Listener, SslHandshakeListener {

    private final AbstractConnector connector;
    private final SlowClientLimits limits;
    private final long periodMillis;
    private final Map<Connection, RequestProgress> open = new ConcurrentHashMap<>();
    private volatile Scheduler.Task next = () -> false;

    private SlowConnectionMonitor(AbstractConnector connector, SlowClientLimits limits) {
        this.connector = connector;
        this.limits = limits;
        this.periodMillis = limits.granularity().toMillis();
    }

    /** Watches all connections of {@code connector}, for as long as it runs. */
    static SlowConnectionMonitor watch(AbstractConnector connector, SlowClientLimits limits) {
        SlowConnectionMonitor slowConnectionMonitor = new SlowConnectionMonitor(connector, limits);
        connector.setIdleTimeout(limits.idleTimeout().toMillis());
        connector.addBean(slowConnectionMonitor);
        return slowConnectionMonitor;
    }

    /** How many connections are open. */
    int count() {
        return open.size();
    }

    /** A whole request has come on {@code connection}: what it waits for now is no fault of its client. */
    void received(ConnectionMetaData connection) {
        Connection outer = outermost(connection.getConnection());
        RequestProgress progress = open.get(outer);
        if (progress != null) {
            progress.receive(bytesMoved(outer));
        }
    }

    /** An exchange on {@code connection} has ended: what moves from now on belongs to the next one, if there will be one. */
    void settled(ConnectionMetaData connection) {
        complete(outermost(connection.getConnection()), !connection.isPersistent());
    }

    /** A handshake takes its time like an exchange, and has ended like one. */
    @Override
    public void handshakeSucceeded(Event event) {
        if (event.getEndPoint() instanceof SslConnection.SslEndPoint decrypted) {
            complete(decrypted.getSslConnection(), false);
        }
    }

    private void complete(Connection outer, boolean last) {
        RequestProgress progress = open.get(outer);
        if (progress != null) {
            progress.complete(bytesMoved(outer), last);
        }
    }

    @Override
    public void onOpened(Connection connection) {
        if (outermost(connection).equals(connection)) {
            open.put(connection, new RequestProgress());
        }
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
        next = connector.getScheduler().schedule(this::scan, periodMillis, TimeUnit.MILLISECONDS);
    }

    private void scan() {
        try {
            open.forEach(this::look);
        } finally {
            if (isRunning()) {
                schedule();
            }
        }
    }

    private void look(Connection connection, RequestProgress progress) {
        if (progress.isTooSlow(bytesMoved(connection), periodMillis, limits)) {
            connection.close();
        }
    }

    /** The connection that is seen on the network: with TLS another one than that which speaks HTTP. */
    private static Connection outermost(Connection connection) {
        return connection.getEndPoint() instanceof SslConnection.SslEndPoint decrypted
                ? decrypted.getSslConnection()
                : connection;
    }

    /** What TLS itself sends does not count: it may come after the handshake, and no request has begun by it. */
    private static long bytesMoved(Connection outer) {
        Connection speaker =
                outer instanceof SslConnection tls ? tls.getSslEndPoint().getConnection() : outer;
        return outer.getBytesIn() + speaker.getBytesOut();
    }
}
