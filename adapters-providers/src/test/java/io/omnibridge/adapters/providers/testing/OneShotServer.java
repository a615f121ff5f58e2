package io.omnibridge.adapters.providers.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** HTTP server that answers one request on each connection and closes it. It counts connections. Thread-safe. */
public final class OneShotServer implements AutoCloseable {

    private final ServerSocket socket;
    private final String header;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private OneShotServer(ServerSocket socket, String header) {
        this.socket = socket;
        this.header = header;
    }

    /**
     * Starts a server on loopback.
     *
     * @param header of every response, with its line end; empty for none
     */
    public static OneShotServer start(String header) throws IOException {
        OneShotServer server = new OneShotServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), header);
        Thread thread = new Thread(server::serve, "one-shot-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/token");
    }

    /** Returns the number of connections with a request. */
    public int connections() {
        return requests.size();
    }

    /** Returns the head of each request. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                requests.add(request(connection.getInputStream()));
                String response = "HTTP/1.1 200 OK\r\n" + header + "Content-Length: 2\r\n\r\n{}";
                connection.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The client or the test has closed the socket.
            }
        }
    }

    /** Reads a request whose body is {@code code=once}. */
    private static String request(InputStream in) throws IOException {
        StringBuilder request = new StringBuilder();
        while (!request.toString().endsWith("code=once")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ended early");
            }
            request.append((char) next);
        }
        return request.toString();
    }
}
