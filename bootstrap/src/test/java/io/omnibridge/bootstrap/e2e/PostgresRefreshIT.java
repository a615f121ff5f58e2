package io.omnibridge.bootstrap.e2e;

import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgresRefreshIT extends RefreshContract {

    PostgresRefreshIT() {
        super(PostgresNodes.onNewDatabase());
    }
}
