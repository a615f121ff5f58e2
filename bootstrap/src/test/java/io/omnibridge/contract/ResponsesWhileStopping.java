package io.omnibridge.contract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.server.SlowClientLimits;
import io.omnibridge.bootstrap.process.RequestConnection;
import io.omnibridge.contract.Walk.Target;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Responses to requests whose last byte arrives after the server began to stop. */
final class ResponsesWhileStopping {

    private static final int MAX_ATTEMPTS = 5;
    private static final long PAUSE_MILLIS = 100;
    private static final long READ_MILLIS = 3_000;

    private final Walk walk;

    private ResponsesWhileStopping(Walk walk) {
        this.walk = walk;
    }

    /** Repeats the walk with another server if a busy machine made the clients so slow that the server closed a connection. */
    static void walk(Set<String> seen) throws Exception {
        boolean walked = false;
        for (int i = 0; i < MAX_ATTEMPTS && !walked; i++) {
            try (ContractServer server = new ContractServer(SlowClientLimits.DEFAULT)) {
                walked = new ResponsesWhileStopping(new Walk(server, seen)).walk();
            }
        }
        assertTrue(walked, "a stopping server closes connections on which something arrives");
    }

    /** Returns whether the server kept every connection until it responded. */
    private boolean walk() throws Exception {
        List<RequestConnection> connections = new ArrayList<>();
        for (Target target : Walk.TARGETS) {
            RequestConnection connection = new RequestConnection(walk.server().port());
            connection.send(target.request("HTTP/1.1", "Host: localhost\r\n").stripTrailing() + "\r\n");
            connections.add(connection);
        }
        letTheServerRead();
        Thread stopping = new Thread(walk.server()::close);
        stopping.start();
        boolean kept = true;
        try {
            awaitStop(connections);
            sendAll(connections, "\r\n");
            for (int i = 0; i < connections.size() && kept; i++) {
                byte[] response = connections.get(i).response();
                kept = response.length > 0;
                if (kept) {
                    walk.verified(503, Walk.TARGETS.get(i), ResponseParser.parse(response));
                }
            }
        } catch (SocketException closed) {
            kept = false;
        }
        for (RequestConnection connection : connections) {
            connection.close();
        }
        stopping.join();
        return kept;
    }

    /** Waits, because a stopping server closes idle connections at once, and one without any byte read is idle. */
    private static void letTheServerRead() throws InterruptedException {
        Thread.sleep(READ_MILLIS);
    }

    /** Waits until the stopping server accepts no connection. Meanwhile the open ones send more, or it would close them. */
    private void awaitStop(List<RequestConnection> connections) throws Exception {
        while (acceptsConnections()) {
            sendAll(connections, "X-Still: here\r\n");
            Thread.sleep(PAUSE_MILLIS);
        }
        sendAll(connections, "X-Still: here\r\n");
        Thread.sleep(PAUSE_MILLIS);
    }

    private static void sendAll(List<RequestConnection> connections, String text) throws IOException {
        for (RequestConnection connection : connections) {
            connection.send(text);
        }
    }

    private boolean acceptsConnections() {
        try (RequestConnection connection = new RequestConnection(walk.server().port())) {
            connection.send("");
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
