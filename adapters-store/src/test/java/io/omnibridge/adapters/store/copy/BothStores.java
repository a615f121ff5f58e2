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

/** A database and a Redis, between which vaults are copied. */
record BothStores(InPostgres postgres, InRedis redis) implements AutoCloseable {

    /** One of the two stores, and access to it past OmniBridge. */
    interface Side {

        DurableStore store();

        void empty();

        /** Returns all that the store has, to compare. */
        String content();

        /** Gives the accounts of {@code user} a form that OmniBridge does not write. */
        void spoil(UserId user);
    }

    static BothStores open() throws IOException, SQLException {
        TestDatabase database = PostgresServer.shared().newDatabase();
        RedisProcess server = RedisProcess.start();
        return new BothStores(new InPostgres(database, database.open()), new InRedis(server, server.open()));
    }

    @Override
    public void close() throws IOException {
        postgres.store().close();
        redis.store().close();
        redis.server().close();
    }

    record InPostgres(TestDatabase database, DurableStore store) implements Side {

        private static final String CONTENT = """
                SELECT concat((SELECT string_agg(vault_metadata::text, ',' ORDER BY name) FROM vault_metadata),
                              (SELECT string_agg(users::text, ',' ORDER BY user_id) FROM users),
                              (SELECT string_agg(accounts::text, ',' ORDER BY user_id, provider_account_id) FROM accounts),
                              (SELECT string_agg(pending_revocations::text, ',' ORDER BY user_id, pending_revocation_id)
                                 FROM pending_revocations),
                              (SELECT string_agg(audit_events::text, ',' ORDER BY user_id, position) FROM audit_events),
                              (SELECT string_agg(use_logs::text, ',' ORDER BY user_id) FROM use_logs),
                              (SELECT string_agg(use_receipts::text, ',' ORDER BY user_id, position) FROM use_receipts),
                              (SELECT string_agg(leases::text, ',' ORDER BY user_id, lease_id) FROM leases))
                """;

        @Override
        public void empty() {
            try {
                database.empty();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String content() {
            try {
                return database.ask(CONTENT);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void spoil(UserId user) {
            execute("UPDATE accounts SET link_id = 'spoilt' WHERE user_id = '" + user.value() + "'");
        }

        private void execute(String sql) {
            try {
                database.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    record InRedis(RedisProcess server, DurableStore store) implements Side {

        @Override
        public void empty() {
            server.ask(Jedis::flushAll);
        }

        @Override
        public String content() {
            return server.content();
        }

        @Override
        public void spoil(UserId user) {
            String encoded = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(user.value().getBytes(StandardCharsets.UTF_8));
            server.ask(jedis -> jedis.hset("omnibridge:{" + encoded + "}:accounts", "google:spoilt", "spoilt"));
        }
    }
}
