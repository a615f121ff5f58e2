package io.omnibridge.adapters.store.redis.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * A Lua script, which a node runs atomically. The client sends its SHA-1 digest (EVALSHA), and its source (EVAL) only to a
 * node that does not have it. Immutable.
 */
public final class Script {

    private final String source;
    private final String digest;
    private final boolean repeatable;

    private Script(String source, boolean repeatable) {
        this.source = source;
        this.digest = sha1(source);
        this.repeatable = repeatable;
    }

    /** Returns a script that changes nothing: the client may send it twice. */
    public static Script reading(String source) {
        return new Script(source, true);
    }

    /** Returns a script that changes nothing when it runs again: the client may send it twice. */
    public static Script repeatable(String source) {
        return new Script(source, true);
    }

    /** Returns a script that changes something: the client sends it at most once. */
    public static Script writing(String source) {
        return new Script(source, false);
    }

    /**
     * Returns a command that runs the script.
     *
     * @param keys every key that the script uses, at least one, all in one hash slot
     */
    public <T> Command<T> onKeys(List<String> keys, List<?> arguments, Function<Reply, T> parser) {
        return command(JedisClusterCRC16.getSlot(keys.get(0)), keys, arguments, parser);
    }

    /** Returns a command about one node itself, for {@link RedisClient#callNode}. */
    public <T> Command<T> onNode(List<?> arguments, Function<Reply, T> parser) {
        return command(0, List.of(), arguments, parser);
    }

    private <T> Command<T> command(int slot, List<String> keys, List<?> arguments, Function<Reply, T> parser) {
        return new Command<>(
                slot,
                Optional.empty(),
                arguments(Protocol.Command.EVALSHA, digest, keys, arguments),
                Optional.of(arguments(Protocol.Command.EVAL, source, keys, arguments)),
                repeatable,
                parser);
    }

    private static CommandArguments arguments(
            Protocol.Command name, String script, List<String> keys, List<?> arguments) {
        return new CommandArguments(name)
                .add(script)
                .add(keys.size())
                .keys(keys)
                .addObjects(arguments);
    }

    /** Redis identifies scripts by SHA-1. Nothing relies on its strength. */
    private static String sha1(String source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-1", e);
        }
    }
}
