package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.support.concurrent.DaemonThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Eight providers with one source each, on one socket. They are friendly until {@link #turn} makes each do what its name says. Every
 * request has a connection of its own. Thread-safe.
 */
final class HostileSources implements AutoCloseable {

    /** The names of the providers. */
    static final List<String> NAMES =
            List.of("well", "slow", "dead", "limited", "revoked", "echoing", "endless", "garbled");

    private static final String FILES = "{\"files\":[{\"id\":\"%1$s\",\"name\":\"%1$s plan\"}]}";
    private static final String ENTRY = """
              %1$s:
                kind: oauth2
                client_id: client-1
                client_secret: secret-of-the-client
                authorization_url: %2$s/%1$s/authorize
                token_url: %2$s/%1$s/token
                identity_url: %2$s/%1$s/me
                identity_path: /id
                data_by_token: true
                apis:
                  /drive/v3: { url: "%2$s/%1$s/drive/v3", source: drive, parameters: any, reads: [ { get: /files } ] }
            """;

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("hostile"));
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean isHostile;

    HostileSources() {
        try {
            listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Returns the entries of a providers file. */
    String yaml() {
        String url = "http://127.0.0.1:" + listener.getLocalPort();
        return NAMES.stream().map(name -> ENTRY.formatted(name, url)).collect(Collectors.joining());
    }

    /** Makes each do what its name says. */
    void turn() {
        isHostile = true;
    }

    /** Returns how many connections are open. */
    int open() {
        return open.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        open.incrementAndGet();
        try (socket) {
            String request = head(socket);
            String name = request.replaceFirst("^[A-Z]+ /([a-z]+)/(?s:.*)$", "$1");
            String token = request.replaceFirst("(?is)^.*authorization: bearer ([^\r\n]+).*$", "$1");
            boolean isIdentity = request.contains("/me HTTP");
            if (isHostile) {
                hostile(socket, name, token, isIdentity);
            } else {
                answer(socket, 200, "", isIdentity ? "{\"id\":\"work\"}" : FILES.formatted(name));
            }
        } catch (IOException e) {
            // OmniBridge left.
        } finally {
            open.decrementAndGet();
        }
    }

    private static String head(Socket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("the request is incomplete");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void hostile(Socket socket, String name, String token, boolean isIdentity) throws IOException {
        switch (name) {
            case "slow" -> socket.getInputStream().read();
            case "dead" -> socket.setSoLinger(true, 0);
            case "limited" -> answer(socket, 429, "Retry-After: 30\r\n", "{}");
            case "revoked" -> answer(socket, 401, "", "{\"error\":\"invalid_token\"}");
            case "echoing" -> answer(socket, 200, "", FILES.formatted(token));
            case "endless" -> endless(socket);
            case "garbled" -> answer(socket, 200, "", "{\"files\":[{\"id\":");
            default -> answer(socket, 200, "", isIdentity ? "{\"id\":\"work\"}" : FILES.formatted(name));
        }
    }

    private static void answer(Socket socket, int status, String headers, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = "HTTP/1.1 " + status + " Status\r\nContent-Type: application/json\r\nConnection: close\r\n"
                + headers + "Content-Length: " + bytes.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write(bytes);
    }

    /** Sends 100 MB of one JSON array, as long as it is read. */
    private static void endless(Socket socket) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"files\":["
                .getBytes(StandardCharsets.UTF_8));
        byte[] files =
                "{\"id\":\"1\",\"name\":\"one of very many\"},".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        for (int sent = 0; sent < 100_000_000; sent += files.length) {
            out.write(files);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
