package io.omnibridge.contract;

import io.omnibridge.bootstrap.process.RequestConnection;
import io.omnibridge.contract.Walk.Target;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the server answers to requests that are complete only after it began to stop. */
final class ResponsesWhileStopping {

    private static final long PAUSE_MILLIS = 100;

    private final Walk walk;

    ResponsesWhileStopping(Walk walk) {
        this.walk = walk;
    }

    void walk() throws Exception {
        List<RequestConnection> connections = new ArrayList<>();
        for (Target target : Walk.TARGETS) {
            RequestConnection connection = new RequestConnection(walk.server().port());
            connection.send(target.request("HTTP/1.1", "Host: localhost\r\n").stripTrailing() + "\r\n");
            connections.add(connection);
        }
        letTheServerRead();
        Thread stopping = new Thread(walk.server()::close);
        stopping.start();
        awaitStop(connections);
        sendAll(connections, "\r\n");
        for (int i = 0; i < connections.size(); i++) {
            walk.verified(
                    503,
                    Walk.TARGETS.get(i),
                    ResponseParser.parse(connections.get(i).response()));
            connections.get(i).close();
        }
        stopping.join();
    }

    /** A connection of which it has read nothing is idle, and a server that stops closes those at once. */
    private static void letTheServerRead() throws InterruptedException {
        Thread.sleep(5 * PAUSE_MILLIS);
    }

    /**
     * The first thing that a stopping server does is to take no more connections. It is impatient with those that it has:
     * they go on sending.
     */
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
