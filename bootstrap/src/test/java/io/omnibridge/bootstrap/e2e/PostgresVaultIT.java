package io.omnibridge.bootstrap.e2e;

class PostgresVaultIT extends DurableVaultContract {

    PostgresVaultIT() {
        super(PostgresNodes.onNewDatabase());
    }
}
