package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.adapters.store.redis.client.Reply;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import java.util.Optional;
import redis.clients.jedis.Protocol;

/**
 * Version of all that OmniBridge stores in Redis: key names, types and fields. It is a value in Redis, written once; a node starts
 * only where the version is its own.
 */
final class FormatVersion {

    private static final String KEY = "omnibridge:format";
    private static final String CURRENT = "1";

    private FormatVersion() {}

    /**
     * Writes the version where there is none yet, and checks it. Writes nothing otherwise: the memory may be full.
     *
     * @throws StoreCannotStart if Redis has another version
     */
    static void claim(RedisClient redis) {
        if (stored(redis).isEmpty()) {
            redis.call(Command.onKey(Protocol.Command.SET, KEY, Reply::optionalText, CURRENT, "NX"));
        }
        check(redis);
    }

    /**
     * Checks the version where there is one. Writes nothing.
     *
     * @throws StoreCannotStart if Redis has another version
     */
    static void check(RedisClient redis) {
        Optional<String> stored = stored(redis);
        if (stored.isPresent() && !stored.get().equals(CURRENT)) {
            throw new StoreCannotStart("OMNIBRIDGE_REDIS_URL: this Redis has the data of another version of OmniBridge,"
                    + " in another format: start that version, or use another Redis");
        }
    }

    private static Optional<String> stored(RedisClient redis) {
        return redis.call(Command.onKey(Protocol.Command.GET, KEY, Reply::optionalText));
    }
}
