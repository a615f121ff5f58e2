package io.omnibridge.adapters.store.redis.client;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * One command for Redis, and the function that reads its reply.
 *
 * @param slot hash slot of the keys; {@link RedisClient#call(Command)} sends the command to the node that has this slot
 * @param ahead a command that is sent in front of this one, in the same round trip; its reply is read and dropped
 * @param arguments the command's name and arguments, as they are sent
 * @param fallback what is sent after a NOSCRIPT error; empty for a command that runs no script
 * @param repeatable whether sending it twice has the same effect as sending it once
 * @param parser reads the reply
 */
public record Command<T>(
        int slot,
        Optional<CommandArguments> ahead,
        CommandArguments arguments,
        Optional<CommandArguments> fallback,
        boolean repeatable,
        Function<Reply, T> parser) {

    /** Returns a repeatable command about one key. */
    public static <T> Command<T> onKey(Protocol.Command name, String key, Function<Reply, T> parser, Object... more) {
        CommandArguments arguments = new CommandArguments(name).key(key).addObjects(more);
        return new Command<>(
                JedisClusterCRC16.getSlot(key), Optional.empty(), arguments, Optional.empty(), true, parser);
    }

    /** Returns a repeatable command about one node itself, for {@link RedisClient#callNode}. */
    public static <T> Command<T> onNode(Protocol.Command name, Function<Reply, T> parser, String... more) {
        CommandArguments arguments = new CommandArguments(name).addObjects(Arrays.asList(more));
        return new Command<>(0, Optional.empty(), arguments, Optional.empty(), true, parser);
    }

    /** Returns this command with {@code other}, which runs no script, in front of it. */
    Command<T> after(Command<?> other) {
        return new Command<>(slot, Optional.of(other.arguments), arguments, fallback, repeatable, parser);
    }
}
