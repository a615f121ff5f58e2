package io.omnibridge.adapters.http.server;

/** What one connection has moved since its last exchange ended, and for how long the next has been going on. Thread-safe. */
final class RequestProgress {

    private static final long NEVER = -1;

    private long settledBytes;
    private long receivedBytes = NEVER;
    private long millis;
    private boolean closing;

    /**
     * An exchange has ended when {@code bytes} had been moved in all.
     *
     * @param last whether no other may follow: the client has only to close, and nothing that it moves wins it time
     */
    synchronized void complete(long bytes, boolean last) {
        settledBytes = bytes;
        receivedBytes = NEVER;
        millis = 0;
        closing = last;
    }

    /** A request was there when {@code bytes} had been moved in all: until more moves, the client waits and not the server. */
    synchronized void receive(long bytes) {
        receivedBytes = bytes;
    }

    /**
     * Takes note that another {@code elapsedMillis} have passed, and answers whether that is too much.
     *
     * @param bytes what the connection has moved in all
     */
    synchronized boolean isTooSlow(long bytes, long elapsedMillis, SlowClientLimits limits) {
        if (!closing && (bytes == settledBytes || bytes == receivedBytes)) {
            return false;
        }
        millis += elapsedMillis;
        return limits.isExceeded(millis, closing ? 0 : bytes - settledBytes);
    }
}
