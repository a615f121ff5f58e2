package io.omnibridge.bootstrap.e2e;

import org.junit.jupiter.api.Tag;

@Tag("long")
class PostgresKillIT extends KilledVaultContract {

    PostgresKillIT() {
        super(PostgresNodes.onNewDatabase());
    }
}
