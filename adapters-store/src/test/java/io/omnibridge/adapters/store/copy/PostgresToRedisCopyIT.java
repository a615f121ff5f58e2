package io.omnibridge.adapters.store.copy;

class PostgresToRedisCopyIT extends StoreCopyContract {

    @Override
    BothStores.Side from(BothStores stores) {
        return stores.postgres();
    }

    @Override
    BothStores.Side to(BothStores stores) {
        return stores.redis();
    }
}
