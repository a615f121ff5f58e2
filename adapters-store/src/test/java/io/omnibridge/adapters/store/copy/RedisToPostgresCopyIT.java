package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.domain.identity.UserId;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class RedisToPostgresCopyIT extends StoreCopyContract {

    private static BothStores stores;

    @BeforeAll
    static void open() throws IOException, SQLException {
        stores = BothStores.open();
    }

    @Override
    @BeforeEach
    void found() {
        stores.emptyPostgres();
        stores.emptyRedis();
        super.found();
    }

    @AfterAll
    static void close() throws IOException {
        stores.close();
    }

    @Override
    DurableStore source() {
        return stores.redis();
    }

    @Override
    DurableStore target() {
        return stores.postgres();
    }

    @Override
    String targetContent() {
        return stores.postgresContent();
    }

    @Override
    void emptyTarget() {
        stores.emptyPostgres();
    }

    @Override
    void spoil(UserId user) {
        stores.spoilRedis(user);
    }
}
