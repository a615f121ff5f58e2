package io.omnibridge.adapters.store.postgres;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("D2")
class PostgresOutageTest {

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void a_network_that_fails_makes_the_store_unavailable_until_it_works_again(FaultProxy.Fault fault)
            throws Exception {
        TestDatabase database = PostgresServer.shared().newDatabase();
        try (FaultProxy proxy = new FaultProxy(database.port());
                PostgresStore postgres = database.at(proxy.port()).open()) {
            Outage outage = new Outage(postgres);
            long threads = storeThreads();

            proxy.inject(fault);
            outage.everyOperationIsUnavailable();
            outage.everyOperationIsUnavailable();
            proxy.inject(FaultProxy.Fault.NONE);
            outage.recoversByItself();

            assertTrue(
                    storeThreads() <= threads + 3, "threads of the store: from " + threads + " to " + storeThreads());
        }
    }

    @Test
    void a_server_that_is_stopped_makes_the_store_unavailable_until_it_goes_on() throws Exception {
        try (PostgresServer server = PostgresServer.durable();
                PostgresStore postgres = server.newDatabase().open()) {
            Outage outage = new Outage(postgres);

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
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("omnibridge-postgres") || name.contains("PostgreSQL"))
                .count();
    }
}
