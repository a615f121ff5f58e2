package io.omnibridge.bootstrap.e2e;

class PostgresIT extends DurableVaultContract {

    PostgresIT() {
        super(PostgresNodes.onNewDatabase());
    }
}
