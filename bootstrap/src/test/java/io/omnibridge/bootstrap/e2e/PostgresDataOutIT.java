package io.omnibridge.bootstrap.e2e;

class PostgresDataOutIT extends DataOutContract {

    PostgresDataOutIT() {
        super(PostgresNodes.onNewDatabase());
    }
}
