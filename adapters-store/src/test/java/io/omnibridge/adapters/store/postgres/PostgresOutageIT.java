package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;

import io.omnibridge.adapters.store.fault.FaultProxy;
import io.omnibridge.adapters.store.fault.Outage;
import io.omnibridge.adapters.store.spi.DurableStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("D2")
class PostgresOutageIT {

    /** A row with a column of negative length. */
    private static final byte[] MALFORMED_ROW = {'D', 0, 0, 0, 14, 0, 1, (byte) 0x80, 0, 0, 0};

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void the_store_is_unavailable_while_the_network_fails_and_recovers_by_itself(FaultProxy.Fault fault)
            throws Exception {
        TestDatabase database = PostgresServer.shared().newDatabase();
        try (FaultProxy proxy = new FaultProxy(database.port(), MALFORMED_ROW);
                DurableStore postgres = database.at(proxy.port()).openWithDefaultDeadline()) {
            Outage outage = new Outage(postgres, CHAIN);
            long threads = storeThreads();

            outage.isSurvived(proxy, fault);

            Outage.assertThreadsEnd(PostgresOutageIT::storeThreads, threads + 3);
        }
    }

    @Test
    void the_store_is_unavailable_while_the_server_is_stopped_and_recovers_by_itself() throws Exception {
        try (PostgresServer server = PostgresServer.durable();
                DurableStore postgres = server.newDatabase().openWithDefaultDeadline()) {
            Outage outage = new Outage(postgres, CHAIN);

            ServerProcesses processes = ServerProcesses.of(server.data());
            processes.stop();
            try {
                outage.everyOperationIsUnavailable();
            } finally {
                processes.resume();
            }
            outage.recoversByItself();
        }
    }

    private static long storeThreads() {
        return Outage.threadsNamed("omnibridge-postgres", "PostgreSQL");
    }
}
