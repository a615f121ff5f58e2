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
 * Closes connections whose clients are slower than {@link SlowClientLimits} allow: that send headers, a body, a TLS handshake or
 * a TLS record byte by byte, or read a response that way. It checks every connection at regular intervals and counts the
 * intervals instead of reading a clock, so clients do not pay for a pause of this process. Thread-safe.
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
        this.periodMillis = limits.checkPeriod().toMillis();
    }

    /** Returns a monitor of all connections of {@code connector}, which starts and stops with it. */
    static SlowConnectionMonitor watch(AbstractConnector connector, SlowClientLimits limits) {
        SlowConnectionMonitor monitor = new SlowConnectionMonitor(connector, limits);
        connector.setIdleTimeout(limits.idleTimeout().toMillis());
        connector.addBean(monitor);
        return monitor;
    }

    /** Returns the number of open connections. */
    int count() {
        return open.size();
    }

    /** Notes that a request is received on {@code connection}. From now on its client waits for the server. */
    void requestReceived(ConnectionMetaData connection) {
        Connection outer = outermost(connection.getConnection());
        RequestProgress progress = open.get(outer);
        if (progress != null) {
            progress.receive(transferredBytes(outer));
        }
    }

    /** Notes that a request and its response are complete. Bytes from now on count for the next request. */
    void requestCompleted(ConnectionMetaData connection) {
        complete(outermost(connection.getConnection()), !connection.isPersistent());
    }

    /** Ends the time of the handshake, to which the limits of a request apply. */
    @Override
    public void handshakeSucceeded(Event event) {
        if (event.getEndPoint() instanceof SslConnection.SslEndPoint decrypted) {
            complete(decrypted.getSslConnection(), false);
        }
    }

    private void complete(Connection outer, boolean last) {
        RequestProgress progress = open.get(outer);
        if (progress != null) {
            progress.complete(transferredBytes(outer), last);
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
        next = connector.getScheduler().schedule(this::checkAll, periodMillis, TimeUnit.MILLISECONDS);
    }

    private void checkAll() {
        try {
            open.forEach(this::closeIfTooSlow);
        } finally {
            if (isRunning()) {
                schedule();
            }
        }
    }

    private void closeIfTooSlow(Connection connection, RequestProgress progress) {
        if (progress.isTooSlow(transferredBytes(connection), periodMillis, limits)) {
            connection.close();
        }
    }

    /** Returns the connection on the network. With TLS it is not the connection that speaks HTTP. */
    private static Connection outermost(Connection connection) {
        return connection.getEndPoint() instanceof SslConnection.SslEndPoint decrypted
                ? decrypted.getSslConnection()
                : connection;
    }

    /** Returns the bytes transferred so far, without those that TLS itself sends: they may follow the handshake before any request. */
    private static long transferredBytes(Connection outer) {
        Connection speaker =
                outer instanceof SslConnection tls ? tls.getSslEndPoint().getConnection() : outer;
        return outer.getBytesIn() + speaker.getBytesOut();
    }
}
