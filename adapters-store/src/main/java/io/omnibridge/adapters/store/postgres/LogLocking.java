package io.omnibridge.adapters.store.postgres;

/** What the statement does about a locked log or lease. */
enum LogLocking {
    WAITS(""),
    SKIPS("SKIP LOCKED");

    final String sql;

    LogLocking(String sql) {
        this.sql = sql;
    }
}
