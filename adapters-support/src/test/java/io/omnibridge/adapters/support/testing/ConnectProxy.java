package io.omnibridge.adapters.support.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** HTTP proxy on loopback. It tunnels (CONNECT) each host to the same port of loopback, and keeps every request that it received. */
public final class ConnectProxy implements AutoCloseable {

    private final ServerSocket server;
    private final String refusal;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public ConnectProxy() {
        this("");
    }

    private ConnectProxy(String refusal) {
        this.refusal = refusal;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        threads.execute(this::accept);
    }

    /** Returns a proxy that refuses every request with this status line and these headers. */
    public static ConnectProxy refusing(String head) {
        return new ConnectProxy(head);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Returns the heads of all requests, in the order in which they arrived. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            requests.add(head);
            if (!refusal.isEmpty() || !head.startsWith("CONNECT ")) {
                write(
                        client,
                        (refusal.isEmpty() ? "HTTP/1.1 502 Bad Gateway" : refusal) + "\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            int port = Integer.parseInt(head.replaceFirst("(?s)CONNECT [^ ]*:([0-9]+) .*", "$1"));
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
                write(client, "HTTP/1.1 200 OK\r\n\r\n");
                threads.execute(() -> pump(target, client));
                pump(client, target);
            }
        } catch (IOException e) {
            // One of the two has closed the connection.
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the two has closed the connection.
        }
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the request ended early");
            }
            head.append((char) next);
        }
        return head.toString();
    }
}
