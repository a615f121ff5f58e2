package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.postgres.PostgresServer;
import io.omnibridge.adapters.store.postgres.TestDatabase;
import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.domain.identity.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import redis.clients.jedis.Jedis;

/** A database and a Redis, for vaults to go from one to the other. */
record BothStores(TestDatabase database, DurableStore postgres, RedisProcess server, DurableStore redis)
        implements AutoCloseable {

    private static final String CONTENT = """
            SELECT concat((SELECT string_agg(vault_metadata::text, ',' ORDER BY name) FROM vault_metadata),
                          (SELECT string_agg(users::text, ',' ORDER BY user_id) FROM users),
                          (SELECT string_agg(accounts::text, ',' ORDER BY user_id, provider_account_id) FROM accounts),
                          (SELECT string_agg(pending_revocations::text, ',' ORDER BY user_id, pending_revocation_id)
                             FROM pending_revocations),
                          (SELECT string_agg(audit_events::text, ',' ORDER BY user_id, position) FROM audit_events))
            """;

    static BothStores open() throws IOException, SQLException {
        TestDatabase database = PostgresServer.shared().newDatabase();
        RedisProcess server = RedisProcess.start();
        return new BothStores(database, database.open(), server, server.open());
    }

    void emptyPostgres() {
        try {
            database.execute(
                    "TRUNCATE users, accounts, connect_attempts, pending_revocations, audit_events, vault_metadata");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void emptyRedis() {
        server.ask(Jedis::flushAll);
    }

    String postgresContent() {
        try {
            return database.ask(CONTENT);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void spoilPostgres(UserId user) {
        try {
            database.execute("UPDATE accounts SET link_id = 'spoilt' WHERE user_id = '" + user.value() + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void spoilRedis(UserId user) {
        String encoded = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(user.value().getBytes(StandardCharsets.UTF_8));
        server.ask(jedis -> jedis.hset("omnibridge:{" + encoded + "}:accounts", "google:spoilt", "spoilt"));
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        redis.close();
        server.close();
    }
}
