package io.omnibridge.bootstrap.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.bootstrap.e2e.Vault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/** Clients that list the accounts of random users, each time with a fresh token. */
final class Readers implements AutoCloseable {

    private static final int CALLERS = 8;
    private static final double TAIL = 0.99;

    /** In seconds. It grows with each token, because tokens of one user in one second would be equal otherwise. */
    private static final int LIFE = 600;

    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong sent = new AtomicLong();

    /** Returns the 99th percentile of the response times, in nanoseconds. */
    long p99(Vault vault, Population population, int requests, long seed)
            throws InterruptedException, ExecutionException {
        List<Callable<long[]>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(seed + caller);
            callers.add(() -> LongStream.range(0, requests / CALLERS)
                    .map(i -> read(vault, population, random))
                    .toArray());
        }
        LongStream times = LongStream.empty();
        for (Future<long[]> caller : threads.invokeAll(callers)) {
            times = LongStream.concat(times, LongStream.of(caller.get()));
        }
        long[] sorted = times.sorted().toArray();
        return sorted[(int) (sorted.length * TAIL)];
    }

    private long read(Vault vault, Population population, Random random) {
        String token = vault.unwatchedToken(population.any(random), Duration.ofSeconds(LIFE + sent.getAndIncrement()));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + vault.port() + "/accounts"))
                .header("Authorization", "Bearer " + token)
                .build();
        long begin = System.nanoTime();
        try {
            assertEquals(
                    200,
                    client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                            .statusCode());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return System.nanoTime() - begin;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
