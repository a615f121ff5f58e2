package io.omnibridge.adapters.http.server;

/**
 * Progress of the request on one connection: the bytes transferred since the last request was complete, and the time that the
 * client has spent since then. Byte counts are totals of the connection. Thread-safe.
 */
final class RequestProgress {

    private static final long NEVER = -1;

    private long completedBytes;
    private long receivedBytes = NEVER;
    private long millis;
    private boolean closing;

    /**
     * Notes that a request and its response are complete.
     *
     * @param bytes the bytes transferred so far
     * @param last whether the connection will be closed: bytes that follow grant the client no more time
     */
    synchronized void complete(long bytes, boolean last) {
        completedBytes = bytes;
        receivedBytes = NEVER;
        millis = 0;
        closing = last;
    }

    /**
     * Notes that a request is received. Until more bytes are transferred, the client waits for the server.
     *
     * @param bytes the bytes transferred so far
     */
    synchronized void receive(long bytes) {
        receivedBytes = bytes;
    }

    /**
     * Adds {@code elapsedMillis} to the client's time, unless the client waits for the server, and returns whether the client is
     * too slow.
     *
     * @param bytes the bytes transferred so far
     */
    synchronized boolean isTooSlow(long bytes, long elapsedMillis, SlowClientLimits limits) {
        if (!closing && (bytes == completedBytes || bytes == receivedBytes)) {
            return false;
        }
        millis += elapsedMillis;
        return limits.isExceeded(millis, closing ? 0 : bytes - completedBytes);
    }
}
