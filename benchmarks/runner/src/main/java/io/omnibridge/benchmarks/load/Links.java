package io.omnibridge.benchmarks.load;

import io.omnibridge.bootstrap.process.KeptConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Links accounts over HTTP, as users do. */
public final class Links {

    private static final int CLIENTS = 10;

    private final Issuer issuer;
    private final Signing signing;
    private final List<String> providers;

    /** @param providers at which each user links an account */
    public Links(Issuer issuer, Signing signing, List<String> providers) {
        this.issuer = issuer;
        this.signing = signing;
        this.providers = List.copyOf(providers);
    }

    /** Links the accounts of the first {@code users} users with the program at {@code port}. */
    public void link(int port, int users) {
        AtomicInteger next = new AtomicInteger();
        Stream<CompletableFuture<Void>> clients = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> linkAll(port, next, users), task -> new Thread(task, "links").start()))
                .limit(Math.min(CLIENTS, users));
        CompletableFuture.allOf(clients.toArray(CompletableFuture<?>[]::new)).join();
    }

    private void linkAll(int port, AtomicInteger next, int users) {
        try (KeptConnection connection = new KeptConnection(port)) {
            for (int user = next.getAndIncrement(); user < users; user = next.getAndIncrement()) {
                String token = issuer.token(signing, Users.name(user));
                for (String provider : providers) {
                    link(connection, token, Users.linkBody(provider));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void link(KeptConnection connection, String token, String body) throws IOException {
        KeptConnection.Response answer = connection.exchange(KeptConnection.post("/accounts/link", token, body));
        if (answer.status() != 200 && answer.status() != 201) {
            throw new IOException("not linked: " + answer.status() + " " + answer.body());
        }
    }
}
