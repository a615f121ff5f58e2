package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Script;
import java.util.List;

/** Field of a hash, and conditional changes of it: each is one script, and returns whether it took place. */
record HashField(String key, String name) {

    private static final Script REPLACE = Script.writing("""
            local hash = unpack(KEYS)
            local field, former, next = unpack(ARGV)
            if redis.call('HGET', hash, field) ~= former then
              return 0
            end
            redis.call('HSET', hash, field, next)
            return 1
            """);

    private static final Script REMOVE = Script.writing("""
            local hash = unpack(KEYS)
            local field, former = unpack(ARGV)
            if redis.call('HGET', hash, field) ~= former then
              return 0
            end
            return redis.call('HDEL', hash, field)
            """);

    /** Replaces the value if it still is {@code former}: both are texts or byte arrays. */
    Command<Boolean> replace(Object former, Object next) {
        return REPLACE.onKeys(List.of(key), List.of(name, former, next), reply -> reply.number() == 1);
    }

    /** Removes the field if its value still is {@code former}. */
    Command<Boolean> remove(Object former) {
        return REMOVE.onKeys(List.of(key), List.of(name, former), reply -> reply.number() == 1);
    }
}
