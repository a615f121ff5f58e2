package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.KeptConnection;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * OmniBridge beside the floor: a bare server that answers the same bytes to everybody. A ratio of two rates, measured in
 * turn on one machine, so it says the same on a slow one; the real measurements are those of {@code benchmarks/run}.
 */
class FloorIT {

    /** Far below what was measured, far above what is left when each request costs a signature or a lock. */
    private static final double LEAST_RATIO = 0.4;

    private static final Duration SLICE = Duration.ofMillis(500);
    private static final int TRIES = 20;

    @Test
    void a_repeated_token_costs_not_much_more_than_the_request_itself() throws IOException {
        try (Issuer issuer = new Issuer();
                Vault vault = vault(issuer)) {
            String token = vault.watch("JWT", issuer.es256("alice"));
            vault.send(Request.post("/accounts/link", vault.linkBody("google", "work", ""))
                    .as(token));
            String answer =
                    vault.send(Request.get("/accounts").as(token)).json().toString();
            byte[] request = KeptConnection.get("/accounts", token);
            try (Run bare = Omnibridge.runInstead(Jdk.running(), BareServer.class, answer);
                    Load floor = new Load(port(bare), request);
                    Load ours = new Load(vault.port(), request)) {
                assertReached(floor, ours);
            }
        }
    }

    /** The best of many tries counts: whatever else the machine does can only make it worse. */
    private static void assertReached(Load floor, Load ours) {
        double best = 0;
        for (int i = 0; i < TRIES && best < LEAST_RATIO; i++) {
            double bare = floor.rate(SLICE);
            best = Math.max(best, ours.rate(SLICE) / bare);
        }
        assertTrue(best >= LEAST_RATIO, "only " + best + " of the floor");
    }

    private static Vault vault(Issuer issuer) {
        return Vault.start(List.of(), Map.of("OMNIBRIDGE_JWKS_URL", issuer.jwksUrl(), "OMNIBRIDGE_LOG_LEVEL", "info"));
    }

    private static int port(Run bare) {
        return Integer.parseInt(bare.awaitErr("bare on :(\\d+);").group(1));
    }
}
