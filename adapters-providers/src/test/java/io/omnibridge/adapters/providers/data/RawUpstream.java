package io.omnibridge.adapters.providers.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Server on loopback whose responses are written byte by byte by the test. */
final class RawUpstream implements AutoCloseable {

    /** Writes a response, as wrong as it likes. */
    interface Writer {
        void write(OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Writer writer;
    final List<String> requests = new CopyOnWriteArrayList<>();
    final AtomicInteger open = new AtomicInteger();

    RawUpstream(Writer writer) throws IOException {
        this.writer = writer;
        start("raw-upstream", this::accept);
    }

    /** Returns a server with a fixed response, and then the end of the connection. */
    static RawUpstream of(String head, String body) throws IOException {
        return new RawUpstream(out -> out.write((head + "\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1)));
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    int port() {
        return socket.getLocalPort();
    }

    private static void start(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                start("raw-upstream-connection", () -> serve(connection));
            } catch (IOException e) {
                // The test has closed the socket.
            }
        }
    }

    private void serve(Socket connection) {
        open.incrementAndGet();
        try (connection) {
            requests.add(head(connection.getInputStream()));
            writer.write(connection.getOutputStream());
        } catch (IOException e) {
            // The client has closed the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.decrementAndGet();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ended early");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
