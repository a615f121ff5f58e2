package io.omnibridge.benchmarks.micro;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.memory.MemoryStore;
import io.omnibridge.adapters.store.postgres.PostgresServer;
import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.benchmarks.contender.Store;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;

/** A store to be measured, and what lets go of it. */
record OpenStore(TokenStore accounts, AutoCloseable close) {

    private static final AuditChain CHAIN =
            new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "https://issuer.example");

    /** An empty one, with a server of its own that waits for its disk. */
    static OpenStore open(Store kind) throws IOException, SQLException {
        return switch (kind) {
            case MEMORY ->
                new OpenStore(new MemoryStore(Clock.systemUTC()).ports().accounts(), () -> {});
            case POSTGRES -> {
                PostgresServer server = PostgresServer.durable();
                yield on(server.newDatabase().open(8), server);
            }
            case REDIS -> {
                RedisProcess server = RedisProcess.durable();
                yield on(server.open(), server);
            }
        };
    }

    private static OpenStore on(DurableStore store, AutoCloseable server) {
        return new OpenStore(VaultPorts.over(store.users(), CHAIN).accounts(), () -> {
            store.close();
            server.close();
        });
    }
}
