package io.omnibridge.adapters.store.redis.client;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import redis.clients.jedis.Protocol;

/**
 * A command that OmniBridge sends, and arguments with which it changes nothing, whatever is in Redis: the key does not exist, or the
 * command rejects the arguments. Redis checks the rights of the user before it looks at either.
 */
record RequiredCommand(String name, List<String> arguments) {

    /** Keys of each kind that the store uses. None of them is ever written. */
    static final List<String> KEYS = List.of(
            "omnibridge:rights",
            "omnibridge:{rights}:rights",
            "omnibridge:callback:rights",
            "omnibridge:pending_revocation_users:rights");

    /** Every command but those of connecting, of clusters and of the advice on the configuration. K is a key. */
    static final List<RequiredCommand> ALL =
            """
            EVAL return 0
            EVALSHA 0000000000000000000000000000000000000000 0
            EXISTS K
            GET K
            SET K v XX
            DEL K
            UNLINK K
            PEXPIRE K 1
            HGET K f
            HMGET K f
            HGETALL K
            HKEYS K
            HLEN K
            HEXISTS K f
            HSET K f v g
            HDEL K f
            HINCRBY K f x
            XADD K 0-0 f v
            XLEN K
            XTRIM K MINID 0
            XRANGE K 0 0
            XREVRANGE K 0 0
            ZADD K XX 0 m
            ZREM K m
            ZCARD K
            ZCOUNT K 0 0
            ZSCORE K m
            ZRANGEBYSCORE K 0 0
            ZREVRANGE K 0 0
            SCAN 0
            INFO server
            TIME""".lines().map(RequiredCommand::parse).toList();

    /** Needed where the servers are a cluster of several: a slot may move from one to another. */
    static final RequiredCommand IN_CLUSTERS = parse("ASKING");

    /** Rights of a Redis user that suffice, as ACL SETUSER takes them. */
    static final String RIGHTS = "~omnibridge:* "
            + Stream.concat(ALL.stream(), Stream.of(IN_CLUSTERS))
                    .map(command -> "+" + command.name().toLowerCase(Locale.ROOT) + " ")
                    .reduce("", String::concat)
            + "+cluster|slots +config|get";

    /** Returns the trial of reading and removing {@code key}. */
    static List<RequiredCommand> onKey(String key) {
        return List.of(new RequiredCommand("EXISTS", List.of(key)), new RequiredCommand("DEL", List.of(key)));
    }

    Command<Object> command() {
        return Command.onNode(Protocol.Command.valueOf(name), reply -> reply, arguments.toArray(String[]::new));
    }

    private static RequiredCommand parse(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return new RequiredCommand(
                words.get(0),
                words.stream()
                        .skip(1)
                        .map(word -> word.equals("K") ? KEYS.get(0) : word)
                        .toList());
    }
}
