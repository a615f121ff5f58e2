package io.omnibridge.bootstrap.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One connection over which one request is sent, well-formed or not, piece by piece if need be. */
final class RequestConnection implements Closeable {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;

    /** Connects to {@code port} on loopback. */
    RequestConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    /** Sends {@code request} on a connection of its own and returns all that comes back. */
    static Answer exchange(int port, String request) {
        try (RequestConnection connection = new RequestConnection(port)) {
            connection.send(request);
            return connection.answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(String piece) throws IOException {
        socket.getOutputStream().write(piece.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Everything until the other side closes. */
    Answer answer() throws IOException {
        return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
