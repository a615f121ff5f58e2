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
    void what_threads_of_two_nodes_do_to_one_account_could_have_been_done_by_one_thread() throws Exception {
        TestDatabase database = PostgresServer.shared().newDatabase();
        try (DurableStore left = database.open();
                DurableStore right = database.open()) {
            new Workload().assertLinearizable(CHAIN, left, right);
            assertEquals(
                    database.ask("SELECT count(*) FROM accounts"), database.ask("SELECT account_count FROM users"));
        }
    }
}
