package io.omnibridge.adapters.store.copy;

import org.junit.jupiter.api.Tag;

@Tag("long")
class RedisToPostgresCopyIT extends StoreCopyContract {

    @Override
    BothStores.Side from(BothStores stores) {
        return stores.redis();
    }

    @Override
    BothStores.Side to(BothStores stores) {
        return stores.postgres();
    }
}
