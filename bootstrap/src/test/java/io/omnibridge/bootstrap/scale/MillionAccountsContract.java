package io.omnibridge.bootstrap.scale;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.bootstrap.e2e.Nodes;
import io.omnibridge.bootstrap.e2e.Vault;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A vault with a million accounts is as fast as one with a thousand. Both are measured alternately in one run, because only
 * their ratio is meaningful on a busy machine.
 */
@Tag("scale")
@Tag("D6")
abstract class MillionAccountsContract {

    private static final Population FEW = Population.ofAccounts(1_000);
    private static final Population MANY = Population.ofAccounts(1_000_000);
    private static final Map<String, String> QUIET = Map.of("OMNIBRIDGE_LOG_LEVEL", "info");
    private static final int ROUNDS = 9;
    private static final int REQUESTS = 20_000;
    private static final double MAX = 1.3;

    private final Nodes small;
    private final Nodes large;

    MillionAccountsContract(Nodes small, Nodes large) {
        this.small = small;
        this.large = large;
    }

    @AfterEach
    void end() {
        small.close();
        large.close();
    }

    @Test
    void p99_of_listings_is_the_same_with_a_million_accounts() throws Exception {
        try (Vault few = small.start(QUIET);
                Vault many = large.start(QUIET);
                Readers readers = new Readers()) {
            FEW.complete(small);
            MANY.complete(large);
            System.out.printf("D6 %s: the store with 1,000,000 accounts takes %,d bytes%n", name(), large.bytes());
            readers.p99(few, FEW, REQUESTS, 1);
            readers.p99(many, MANY, REQUESTS, 1);

            double[] ratios = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                long p99Few = readers.p99(few, FEW, REQUESTS, round);
                long p99Many = readers.p99(many, MANY, REQUESTS, round);
                ratios[round] = (double) p99Many / p99Few;
                System.out.printf(
                        "D6 %s: p99 of GET /accounts %.2f ms with 1,000 accounts, %.2f ms with 1,000,000, ratio %.2f%n",
                        name(), p99Few / 1e6, p99Many / 1e6, ratios[round]);
            }

            Arrays.sort(ratios);
            assertTrue(ratios[ROUNDS / 2] <= MAX, () -> "median ratio of " + Arrays.toString(ratios));
        }
    }

    private String name() {
        return getClass().getSimpleName();
    }
}
