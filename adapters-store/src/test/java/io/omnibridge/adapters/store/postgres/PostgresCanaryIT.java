package io.omnibridge.adapters.store.postgres;

import static io.omnibridge.adapters.store.postgres.TestDatabase.CHAIN;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.canary.Canaries;
import io.omnibridge.adapters.store.spi.DurableStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The database's own files, pages and write-ahead log alike, have no token in any form. */
@Tag("S1")
class PostgresCanaryIT {

    @Test
    void no_token_is_in_the_files_of_the_database() throws Exception {
        TestDatabase database = PostgresServer.shared().newDatabase();
        try (DurableStore postgres = database.open()) {
            Canaries.leaveIn(postgres, CHAIN);
        }
        database.execute("CHECKPOINT");
        Path data = PostgresServer.shared().data();
        assertTrue(Canaries.filesWith(data, Canaries.USER.value()) >= 2, "pages and log are searched");
        Canaries.assertNoneIn(data);
    }
}
