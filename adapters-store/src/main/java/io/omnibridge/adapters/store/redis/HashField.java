package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Command;
import io.omnibridge.adapters.store.redis.client.Script;
import java.util.List;

/** Field of a hash, and conditional changes of it: each is one script, and returns whether it took place. */
record HashField(String key, String name) {

    private static final Script PUT_IF_ABSENT = Script.repeatable("""
            local hash = unpack(KEYS)
            local field, value = unpack(ARGV)
            if redis.call('HEXISTS', hash, field) == 1 then
              return 0
            end
            redis.call('HSET', hash, field, value)
            return 1
            """);

    /** Begins with a removal, as {@link WriteScript} does: the value changes little, and a revocation replaces it first. */
    private static final Script REPLACE = Script.writing("""
            local hash = unpack(KEYS)
            local field, former, next = unpack(ARGV)
            if redis.call('HGET', hash, field) ~= former then
              return 0
            end
            redis.call('HDEL', hash, '')
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

    /** Adds the field unless it is there. Sent again, it changes nothing. */
    Command<Boolean> putIfAbsent(Object value) {
        return PUT_IF_ABSENT.onKeys(List.of(key), List.of(name, value), reply -> reply.number() == 1);
    }

    /** Replaces the value if it still is {@code former}: both are texts or byte arrays. */
    Command<Boolean> replace(Object former, Object next) {
        return REPLACE.onKeys(List.of(key), List.of(name, former, next), reply -> reply.number() == 1);
    }

    /** Removes the field if its value still is {@code former}. */
    Command<Boolean> remove(Object former) {
        return REMOVE.onKeys(List.of(key), List.of(name, former), reply -> reply.number() == 1);
    }
}
