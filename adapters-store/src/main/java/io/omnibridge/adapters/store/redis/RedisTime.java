package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.redis.client.Script;
import io.omnibridge.adapters.store.spi.StoreTime;
import java.time.Instant;
import java.util.List;

/** The time of Redis. In a cluster it is the time of the server that has the vault metadata. Thread-safe. */
record RedisTime(RedisClient redis) implements StoreTime {

    private static final Script TIME = Script.reading("return redis.call('TIME')");

    @Override
    public Instant read() {
        return redis.call(TIME.onKeys(List.of(RedisVaultMetadata.KEY), List.of(), RedisTime::parse));
    }

    /** Reads the reply of TIME: seconds, and microseconds of the second, which are cut to milliseconds. */
    static Instant parse(Reply reply) {
        List<Reply> parts = reply.list(2);
        long micros = Long.parseLong(parts.get(1).text());
        return Instant.ofEpochSecond(Long.parseLong(parts.get(0).text())).plusMillis(micros / 1_000);
    }
}
