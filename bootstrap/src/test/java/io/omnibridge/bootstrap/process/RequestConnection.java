package io.omnibridge.bootstrap.process;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Connection for one request, well-formed or not, that can be sent piece by piece. Not thread-safe. */
public final class RequestConnection implements Closeable {

    private static final int TIMEOUT_MILLIS = 120_000;

    private final Socket socket;

    /** Connects to {@code port} on loopback. */
    public RequestConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    /** Sends {@code request} on a connection of its own, and returns all bytes of the response. */
    public static byte[] exchange(int port, String request) {
        try (RequestConnection connection = new RequestConnection(port)) {
            connection.send(request);
            return connection.response();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void send(String piece) throws IOException {
        socket.getOutputStream().write(piece.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Returns all bytes that arrive until the server closes the connection. */
    public byte[] response() throws IOException {
        return socket.getInputStream().readAllBytes();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
