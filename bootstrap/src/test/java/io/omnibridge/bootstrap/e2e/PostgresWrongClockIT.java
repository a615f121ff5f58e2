package io.omnibridge.bootstrap.e2e;

class PostgresWrongClockIT extends WrongClockContract {

    PostgresWrongClockIT() {
        super(PostgresNodes.onNewDatabase());
    }
}
