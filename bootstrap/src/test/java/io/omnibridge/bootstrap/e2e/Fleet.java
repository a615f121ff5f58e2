package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.sealing.Keyset;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Two nodes, each with a client that links and reads all the time, while tests roll out other keysets. */
final class Fleet implements AutoCloseable {

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Nodes nodes;
    private final List<Slot> slots;

    Fleet(Nodes nodes, Keyset keyset) {
        this.nodes = nodes;
        this.slots = List.of(new Slot("left", keyset), new Slot("right", keyset));
        slots.forEach(slot -> slot.client.start());
    }

    /** Replaces each node by one with another keyset. The new node starts before the old one stops. */
    void rollOut(Keyset keyset) {
        CompletableFuture.allOf(slots.stream()
                        .map(slot -> CompletableFuture.runAsync(() -> slot.replace(keyset)))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    @Override
    public void close() {
        slots.forEach(Slot::end);
        assertEquals(List.of(), List.copyOf(failures));
    }

    /** One node, the one that replaces it, and their client. */
    private final class Slot {

        private static final int ACCOUNTS = 5;
        private static final long PAUSE_MILLIS = 150;

        private final String user;
        private final Thread client;
        private Vault vault;
        private String token;
        private String body;
        private int next;

        Slot(String user, Keyset keyset) {
            this.user = user;
            this.vault = start(keyset);
            this.token = vault.token(user);
            this.body = vault.linkBody("github", "ACCOUNT", "");
            this.client = new Thread(this::work, user);
        }

        void replace(Keyset keyset) {
            Vault successor = start(keyset);
            swap(successor).close();
        }

        void end() {
            client.interrupt();
            try {
                client.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            vault.close();
        }

        private synchronized Vault swap(Vault successor) {
            Vault predecessor = vault;
            vault = successor;
            token = vault.token(user);
            body = vault.linkBody("github", "ACCOUNT", "");
            return predecessor;
        }

        private Vault start(Keyset keyset) {
            return nodes.start(Map.of("OMNIBRIDGE_KEYSET", keyset.toJson()));
        }

        private void work() {
            try {
                while (true) {
                    linkAndRead();
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (InterruptedException e) {
                // The test is over.
            } catch (RuntimeException e) {
                failures.add(user + ": " + e);
            }
        }

        private synchronized void linkAndRead() {
            String account = "a" + next++ % ACCOUNTS;
            expect(200, 201, Request.post("/accounts/link", body.replace("ACCOUNT", account)));
            expect(200, 200, Request.get("/accounts/github/" + account));
            expect(200, 200, Request.get("/accounts"));
        }

        private void expect(int status, int orElse, Request request) {
            RawResponse response = vault.send(request.as(token));
            if (response.status() != status && response.status() != orElse) {
                failures.add(user + ": " + request.line() + " " + response.status());
            }
        }
    }
}
