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
 * A Lua script: the server runs it as one step. It is sent by its digest, and whole only to a server that does not know it.
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

    public static Script reading(String source) {
        return new Script(source, true);
    }

    public static Script writing(String source) {
        return new Script(source, false);
    }

    /** @param keys all in one slot, as every key that the script touches has to be */
    public <T> Command<T> onKeys(List<String> keys, List<?> arguments, Function<Reply, T> reading) {
        return new Command<>(
                JedisClusterCRC16.getSlot(keys.get(0)),
                call(Protocol.Command.EVALSHA, digest, keys, arguments),
                Optional.of(call(Protocol.Command.EVAL, source, keys, arguments)),
                repeatable,
                reading);
    }

    /** For the one server that it is sent to, whatever keys that has; about what it has itself. */
    public <T> Command<T> onNode(List<?> arguments, Function<Reply, T> reading) {
        return new Command<>(
                0,
                call(Protocol.Command.EVALSHA, digest, List.of(), arguments),
                Optional.of(call(Protocol.Command.EVAL, source, List.of(), arguments)),
                repeatable,
                reading);
    }

    private static CommandArguments call(Protocol.Command name, String script, List<String> keys, List<?> arguments) {
        return new CommandArguments(name)
                .add(script)
                .add(keys.size())
                .keys(keys)
                .addObjects(arguments);
    }

    /** What Redis knows scripts by; it protects nothing. */
    private static String sha1(String source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM has no SHA-1", e);
        }
    }
}
