package io.omnibridge.bootstrap.e2e;

import io.omnibridge.bootstrap.process.KeptConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Clients that each send the same request again and again. */
final class RepeatedRequests implements AutoCloseable {

    private static final int CLIENTS = 4;

    private final KeptConnection[] connections = new KeptConnection[CLIENTS];
    private final byte[] request;

    RepeatedRequests(int port, byte[] request) throws IOException {
        this.request = request;
        for (int i = 0; i < CLIENTS; i++) {
            connections[i] = new KeptConnection(port);
        }
    }

    /** Sends requests for {@code time} and returns the rate of responses with status 200, per second. */
    double rate(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        CompletableFuture<?>[] clients = new CompletableFuture<?>[CLIENTS];
        long[] responses = new long[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            clients[i] = CompletableFuture.runAsync(
                    () -> responses[client] = countResponsesUntil(end, connections[client]),
                    task -> new Thread(task, "client").start());
        }
        CompletableFuture.allOf(clients).join();
        return IntStream.range(0, CLIENTS).mapToLong(i -> responses[i]).sum() * 1e9 / time.toNanos();
    }

    @Override
    public void close() throws IOException {
        for (KeptConnection connection : connections) {
            connection.close();
        }
    }

    private long countResponsesUntil(long end, KeptConnection connection) {
        try {
            long count = 0;
            while (System.nanoTime() - end < 0) {
                int status = connection.exchange(request).status();
                if (status != 200) {
                    throw new AssertionError("status " + status);
                }
                count++;
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
