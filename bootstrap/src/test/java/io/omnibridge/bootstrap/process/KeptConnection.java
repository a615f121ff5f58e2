package io.omnibridge.bootstrap.process;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection that sends requests one after the other. Not thread-safe. */
public final class KeptConnection implements Closeable {

    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int STATUS_START = "HTTP/1.1 ".length();
    private static final int STATUS_END = STATUS_START + 3;
    private static final String LENGTH = "content-length:";
    private static final String CLOSE = "connection: close";

    private final Socket socket;
    private final InputStream in;

    /** Connects to {@code port} on loopback. */
    public KeptConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * A response.
     *
     * @param isLast whether the server closes the connection after it
     */
    public record Response(int status, String body, boolean isLast) {}

    /** Sends a whole request and returns its response, which must have a {@code Content-Length}. */
    public Response exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int status = Integer.parseInt(line().substring(STATUS_START, STATUS_END));
        int length = -1;
        boolean isLast = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
            isLast |= header.equalsIgnoreCase(CLOSE);
        }
        if (length < 0) {
            throw new IOException("a response without a length");
        }
        return new Response(status, new String(in.readNBytes(length), StandardCharsets.UTF_8), isLast);
    }

    /** Returns a request without a body, for {@link #exchange}. */
    public static byte[] get(String path, String token) {
        return request("GET", path, token, "\r\n");
    }

    /** Returns a request with a JSON body, for {@link #exchange}. */
    public static byte[] post(String path, String token, String json) {
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        String rest = "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + json;
        return request("POST", path, token, rest);
    }

    private static byte[] request(String method, String path, String token, String rest) {
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n";
        return (head + rest).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended in the middle of a response");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
