package io.omnibridge.bootstrap.e2e;

class PostgresVerifyIT extends VerifiedAuditLogContract {

    PostgresVerifyIT() {
        super(PostgresNodes.onNewDatabase(), nodes -> new PostgresTampering(nodes.database()));
    }
}
