package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.http.jwt.DevelopmentTokens;
import io.omnibridge.adapters.http.jwt.HmacKey;
import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.KeptConnection;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.bootstrap.process.Run;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.identity.UserId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes behind a load balancer are restarted one after the other, while clients send requests. */
@Tag("P4")
@Tag("long")
class RollingRestartIT {

    /** Two checks of the load balancer, and some time for a busy machine. */
    private static final String DRAIN = "5s";

    private static final int CLIENTS = 4;
    private static final long PAUSE_MILLIS = 10;
    private static final Duration MAX_WAIT = Duration.ofMinutes(1);
    private static final String SECRET = "kVb2oPq7sX0yRt5uWz8cEe1fGh4jLm6n";
    private static final String LINK =
            "{\"provider\":\"github\",\"provider_account_id\":\"1\",\"access_token\":\"none\"}";

    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger lastOfTheirConnection = new AtomicInteger();
    private final List<Run> runs = new ArrayList<>(List.of(start(0), start(0)));
    private final List<Integer> ports =
            runs.stream().map(RollingRestartIT::port).toList();

    @AfterEach
    void stop() {
        runs.forEach(Run::close);
    }

    @Test
    void no_request_fails_while_one_node_after_the_other_is_restarted() throws InterruptedException {
        try (LoadBalancer balancer = new LoadBalancer(ports)) {
            List<Thread> clients = clients(balancer);
            for (int node = 0; node < runs.size(); node++) {
                restart(node, balancer);
            }
            for (Thread client : clients) {
                client.interrupt();
                client.join();
            }
        }
        assertEquals(List.of(), List.copyOf(failures));
        assertTrue(answered.get() > 100, answered::toString);
        assertTrue(lastOfTheirConnection.get() > 0, "no node answered while it drained");
    }

    private void restart(int node, LoadBalancer balancer) {
        runs.get(node).terminate();
        assertEquals(143, runs.get(node).exit());
        assertEquals(1, balancer.up());
        Run restarted = start(ports.get(node));
        runs.set(node, restarted);
        port(restarted);
        Poll.until(() -> balancer.up() == 2, MAX_WAIT);
    }

    private List<Thread> clients(LoadBalancer balancer) {
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            byte[] request = request(i);
            clients.add(new Thread(() -> sendUntilInterrupted(balancer, request)));
        }
        clients.forEach(Thread::start);
        return clients;
    }

    private void sendUntilInterrupted(LoadBalancer balancer, byte[] request) {
        while (!Thread.interrupted()) {
            try {
                KeptConnection.Response response = balancer.send(request);
                (response.status() < 300 ? answered : statusFailure(response)).incrementAndGet();
                lastOfTheirConnection.addAndGet(response.isLast() ? 1 : 0);
                Thread.sleep(PAUSE_MILLIS);
            } catch (IOException e) {
                failures.add(e.toString());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private AtomicInteger statusFailure(KeptConnection.Response response) {
        failures.add("status " + response.status());
        return new AtomicInteger();
    }

    private static byte[] request(int client) {
        JwtPolicy policy = new JwtPolicy(Vault.ISSUER, Vault.AUDIENCE, "sub", Duration.ofSeconds(30), false, false);
        String token = new DevelopmentTokens(policy, new HmacKey(SECRET), Clock.systemUTC())
                .sign(new UserId("user" + client), Scopes.of(Permission.allScopes()), Duration.ofMinutes(10));
        return client % 2 == 0
                ? KeptConnection.get("/accounts", token)
                : KeptConnection.post("/accounts/link", token, LINK);
    }

    private static Run start(int port) {
        Map<String, String> settings = Map.of(
                "OMNIBRIDGE_JWT_ISSUER",
                Vault.ISSUER,
                "OMNIBRIDGE_JWT_AUDIENCE",
                Vault.AUDIENCE,
                "OMNIBRIDGE_JWT_SECRET",
                SECRET,
                "OMNIBRIDGE_DRAIN",
                DRAIN,
                "OMNIBRIDGE_HTTP_PORT",
                Integer.toString(port));
        return Omnibridge.run(Jdk.running(), settings, "serve");
    }

    private static int port(Run run) {
        return Integer.parseInt(run.awaitErr("listening on [^\\s\"]*:(\\d+)").group(1));
    }
}
