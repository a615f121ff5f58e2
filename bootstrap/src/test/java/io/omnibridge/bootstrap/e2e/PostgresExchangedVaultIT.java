package io.omnibridge.bootstrap.e2e;

class PostgresExchangedVaultIT extends ExchangedVaultContract {

    PostgresExchangedVaultIT() {
        super(PostgresNodes.onNewDatabase());
    }
}
