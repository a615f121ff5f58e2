package io.omnibridge.adapters.store.redis.client;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * One question to Redis, and how its answer is read.
 *
 * @param slot of the keys that it is about
 * @param again what is sent to a server that does not know the script yet; empty when there is no script
 * @param repeatable whether it may be sent again when it is not known to have been carried out
 */
public record Command<T>(
        int slot,
        CommandArguments arguments,
        Optional<CommandArguments> again,
        boolean repeatable,
        Function<Reply, T> reading) {

    /** Reads what {@code key} has. */
    public static <T> Command<T> onKey(
            Protocol.Command name, String key, Function<Reply, T> reading, Object... arguments) {
        CommandArguments all = new CommandArguments(name).key(key).addObjects(arguments);
        return new Command<>(JedisClusterCRC16.getSlot(key), all, Optional.empty(), true, reading);
    }

    /** Asks one server about itself: whichever it is sent to. */
    public static <T> Command<T> onNode(Protocol.Command name, Function<Reply, T> reading, String... arguments) {
        CommandArguments all = new CommandArguments(name).addObjects(Arrays.asList(arguments));
        return new Command<>(0, all, Optional.empty(), true, reading);
    }
}
