package io.omnibridge.benchmarks.contender;

import io.omnibridge.adapters.store.postgres.PostgresServer;
import io.omnibridge.adapters.store.postgres.TestDatabase;
import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.benchmarks.load.Users;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The databases of a run, each started when it is needed, and set up to keep what they acknowledge. */
public final class Servers implements AutoCloseable {

    private final List<TestDatabase> databases = new ArrayList<>();
    private final List<RedisProcess> redis = new ArrayList<>();
    private @Nullable PostgresServer postgres;
    private @Nullable Upstream upstream;
    private @Nullable SearchApis searchApis;

    /** The URL of a new database on a PostgreSQL that waits for its disk at each commit. */
    String newDatabase() {
        try {
            if (postgres == null) {
                postgres = PostgresServer.durable();
            }
            TestDatabase database = postgres.newDatabase();
            databases.add(database);
            return database.url();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A provider that has an account of every user. */
    Upstream upstream() {
        if (upstream == null) {
            upstream = new Upstream(Users.ACCOUNT);
        }
        return upstream;
    }

    /** The APIs of eight sources. */
    SearchApis searchApis() {
        if (searchApis == null) {
            searchApis = new SearchApis();
        }
        return searchApis;
    }

    /** Lets PostgreSQL do now what it would otherwise do after many writes, while something else is measured. */
    public void complete() {
        try {
            for (TestDatabase database : databases) {
                database.execute("VACUUM ANALYZE");
                database.execute("CHECKPOINT");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The port of a new Redis that waits for its disk at each write. */
    int newRedis() {
        try {
            RedisProcess server = RedisProcess.durable();
            redis.add(server);
            return server.port();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (RedisProcess server : redis) {
            server.close();
        }
        if (postgres != null) {
            postgres.close();
        }
        if (upstream != null) {
            upstream.close();
        }
        if (searchApis != null) {
            searchApis.close();
        }
    }
}
