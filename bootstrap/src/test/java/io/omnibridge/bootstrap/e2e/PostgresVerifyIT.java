package io.omnibridge.bootstrap.e2e;

class PostgresVerifyIT extends VerifiedRecordContract {

    PostgresVerifyIT() {
        this(PostgresNodes.onNewDatabase());
    }

    private PostgresVerifyIT(PostgresNodes nodes) {
        super(nodes, new PostgresTampering(nodes.database()));
    }
}
