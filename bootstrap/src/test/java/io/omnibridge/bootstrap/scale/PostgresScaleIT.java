package io.omnibridge.bootstrap.scale;

import io.omnibridge.bootstrap.e2e.PostgresNodes;

class PostgresScaleIT extends MillionAccountsContract {

    PostgresScaleIT() {
        super(PostgresNodes.onNewDatabase(), PostgresNodes.onNewDatabase());
    }
}
