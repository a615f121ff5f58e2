package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;

import io.omnibridge.adapters.store.fault.Storm;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("D1")
@Timeout(120)
class PostgresStoreKillIT {

    @Test
    void every_acknowledged_link_and_claim_outlives_a_kill_of_the_server() throws Exception {
        try (PostgresServer server = PostgresServer.durable();
                DurableStore postgres = server.newDatabase().openWithDefaultDeadline()) {
            Storm storm = new Storm(VaultPorts.over(postgres.users(), CHAIN).accounts());
            int acknowledged = storm.untilKilled(ServerProcesses.of(server.data())::kill);
            PostgresServer again = server.restart();
            try {
                storm.assertNothingLost(postgres.connection(), postgres.users(), CHAIN);
            } finally {
                again.close();
            }
            System.out.println("D1 PostgreSQL: " + acknowledged + " links acknowledged before kill -9, all there");
        }
    }
}
