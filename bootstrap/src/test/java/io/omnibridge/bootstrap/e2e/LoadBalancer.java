package io.omnibridge.bootstrap.e2e;

import io.omnibridge.bootstrap.process.KeptConnection;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that behaves like the HAProxy of docs/rolling-restarts.md: it checks each node every second, keeps connections, and
 * sends a request to another node only if no connection could be opened. Thread-safe.
 */
final class LoadBalancer implements AutoCloseable {

    private static final long CHECK_MILLIS = 1_000;
    private static final int RETRIES = 3;

    private final List<BalancedNode> nodes;
    private final AtomicInteger turn = new AtomicInteger();
    private final Thread checks = new Thread(this::check, "health checks");

    LoadBalancer(List<Integer> ports) {
        nodes = ports.stream().map(BalancedNode::new).toList();
        checks.start();
    }

    /** Returns the response of a node that is up. A request that was sent once is not sent again. */
    KeptConnection.Response send(byte[] request) throws IOException {
        for (int attempt = 0; attempt <= RETRIES; attempt++) {
            BalancedNode node = nextNode();
            Optional<KeptConnection> connection = node.connection();
            if (connection.isPresent()) {
                KeptConnection.Response response = connection.get().exchange(request);
                node.putBack(connection.get(), response);
                return response;
            }
        }
        throw new ConnectException("no node accepts connections");
    }

    /** Returns the number of nodes that requests are sent to. */
    long up() {
        return nodes.stream().filter(BalancedNode::isUp).count();
    }

    @Override
    public void close() {
        checks.interrupt();
        nodes.forEach(BalancedNode::forgetConnections);
    }

    private BalancedNode nextNode() throws ConnectException {
        List<BalancedNode> up = nodes.stream().filter(BalancedNode::isUp).toList();
        if (up.isEmpty()) {
            throw new ConnectException("no node is up");
        }
        return up.get(Math.floorMod(turn.getAndIncrement(), up.size()));
    }

    private void check() {
        try {
            while (true) {
                nodes.forEach(BalancedNode::check);
                Thread.sleep(CHECK_MILLIS);
            }
        } catch (InterruptedException e) {
            // The test is over.
        }
    }
}
