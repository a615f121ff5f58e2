package io.omnibridge.bootstrap.e2e;

class PostgresKillIT extends KilledVaultContract {

    PostgresKillIT() {
        super(PostgresNodes.onNewDatabase());
    }
}
