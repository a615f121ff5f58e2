package io.omnibridge.adapters.store.copy;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.domain.identity.UserId;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresToRedisCopyIT extends StoreCopyContract {

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
        return stores.postgres();
    }

    @Override
    DurableStore target() {
        return stores.redis();
    }

    @Override
    String targetContent() {
        return stores.server().content();
    }

    @Override
    void emptyTarget() {
        stores.emptyRedis();
    }

    @Override
    void spoil(UserId user) {
        stores.spoilPostgres(user);
    }
}
