package io.omnibridge.adapters.store.postgres;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;
import javax.sql.DataSource;

/** Configuration of a pool of connections. */
final class PoolConfig {

    /** HikariCP accepts no shorter timeout. */
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(250);

    private PoolConfig() {}

    /** Waiting for a connection and validating it take at most three quarters of the deadline. */
    static HikariConfig of(DataSource dataSource, Duration deadline, int poolSize) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("omnibridge-postgres");
        config.setDataSource(dataSource);
        config.setMaximumPoolSize(poolSize);
        config.setConnectionTimeout(deadline.dividedBy(2).toMillis());
        config.setValidationTimeout(atLeast(MIN_TIMEOUT, deadline.dividedBy(4)).toMillis());
        // PostgresStartupProbe waits for the database; the pool need not.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    private static Duration atLeast(Duration least, Duration duration) {
        return duration.compareTo(least) < 0 ? least : duration;
    }
}
