package io.omnibridge.bootstrap.e2e;

class PostgresVerifyIT extends VerifiedRecordContract {

    PostgresVerifyIT() {
        super(PostgresNodes.onNewDatabase(), nodes -> new PostgresTampering(nodes.database()));
    }
}
