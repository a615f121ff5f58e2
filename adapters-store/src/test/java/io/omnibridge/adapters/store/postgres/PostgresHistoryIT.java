package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.history.Workload;
import io.omnibridge.adapters.store.spi.DurableStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D4")
class PostgresHistoryIT {

    @Test
    void writes_and_reads_over_two_nodes_are_linearizable() throws Exception {
        TestDatabase database = PostgresServer.shared().newDatabase();
        try (DurableStore left = database.open();
                DurableStore right = database.open()) {
            new Workload().assertLinearizable(CHAIN, left, right);
            assertEquals(
                    database.ask("SELECT count(*) FROM accounts"), database.ask("SELECT account_count FROM users"));
        }
    }
}
