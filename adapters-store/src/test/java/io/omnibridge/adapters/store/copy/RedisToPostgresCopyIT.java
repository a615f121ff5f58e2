package io.omnibridge.adapters.store.copy;

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
