package io.omnibridge.bootstrap.e2e;

class PostgresRefreshIT extends RefreshContract {

    PostgresRefreshIT() {
        super(PostgresNodes.onNewDatabase());
    }
}
