package io.omnibridge.bootstrap.e2e;

import io.omnibridge.bootstrap.process.KeptConnection;
import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One node of a {@link LoadBalancer}, with the connections to it that are idle. Thread-safe; one thread checks. */
final class BalancedNode {

    /** Failed checks after which a node gets no requests. */
    private static final int FALL = 2;

    /** Successful checks after which it gets requests again. */
    private static final int RISE = 2;

    private static final byte[] CHECK = KeptConnection.get("/readyz", "none");

    private final int port;
    private final Queue<KeptConnection> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean up = true;
    private int contradictions;

    BalancedNode(int port) {
        this.port = port;
    }

    boolean isUp() {
        return up;
    }

    /** Returns an idle or a new connection; empty if none can be opened. */
    Optional<KeptConnection> connection() {
        KeptConnection kept = idle.poll();
        try {
            return Optional.of(kept == null ? new KeptConnection(port) : kept);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void putBack(KeptConnection connection, KeptConnection.Response response) throws IOException {
        if (response.isLast() || !up) {
            connection.close();
        } else {
            idle.add(connection);
        }
    }

    /** Checks the node once. Checks that contradict its state, one after the other, change the state. */
    void check() {
        contradictions = isReady() == up ? 0 : contradictions + 1;
        if (contradictions == (up ? FALL : RISE)) {
            up = !up;
            contradictions = 0;
            forgetConnections();
        }
    }

    void forgetConnections() {
        for (KeptConnection connection = idle.poll(); connection != null; connection = idle.poll()) {
            try {
                connection.close();
            } catch (IOException e) {
                // It is closed already.
            }
        }
    }

    private boolean isReady() {
        try (KeptConnection connection = new KeptConnection(port)) {
            return connection.exchange(CHECK).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
