package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.redis.client.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.Protocol.Command;

/** All keys as the commands that write them, one a line and sorted. A word that is not of printable ASCII is in hexadecimal digits. */
final class RedisText {

    private static final String BYTES = "0x";

    private RedisText() {}

    static List<String> of(RedisProcess server) {
        return server.ask(jedis -> jedis.keys("*")).stream()
                .flatMap(key -> commands(server, key))
                .map(RedisText::line)
                .sorted()
                .toList();
    }

    static void write(RedisProcess server, List<String> lines) {
        for (String line : lines) {
            String[] words = line.split("\t", -1);
            byte[][] arguments = Stream.of(words).skip(1).map(RedisText::bytes).toArray(byte[][]::new);
            server.ask(jedis -> jedis.sendCommand(Command.valueOf(words[0]), arguments));
        }
    }

    private static Stream<List<byte[]>> commands(RedisProcess server, String key) {
        String type = server.ask(jedis -> jedis.type(key));
        return switch (type) {
            case "string" -> Stream.of(command("SET", key, List.of(ask(server, Command.GET, key))));
            case "hash" -> pairs(ask(server, Command.HGETALL, key)).map(pair -> command("HSET", key, pair));
            case "zset" ->
                pairs(ask(server, Command.ZRANGE, key, "0", "-1", "WITHSCORES"))
                        .map(pair -> command("ZADD", key, List.of(pair.get(1), pair.get(0))));
            case "stream" ->
                ask(server, Command.XRANGE, key, "-", "+").list().stream()
                        .map(entry -> command("XADD", key, idAndFields(entry)));
            default -> throw new IllegalStateException(type);
        };
    }

    private static Reply ask(RedisProcess server, Command command, String... arguments) {
        return new Reply(server.ask(jedis -> jedis.sendCommand(command, arguments)));
    }

    private static Stream<List<Reply>> pairs(Reply reply) {
        List<Reply> all = reply.list();
        return Stream.iterate(0, i -> i < all.size(), i -> i + 2).map(i -> all.subList(i, i + 2));
    }

    private static List<Reply> idAndFields(Reply entry) {
        List<Reply> words = new ArrayList<>(List.of(entry.list().get(0)));
        words.addAll(entry.list().get(1).list());
        return words;
    }

    private static List<byte[]> command(String name, String key, List<Reply> more) {
        return Stream.concat(Stream.of(bytes(name), bytes(key)), more.stream().map(Reply::bytes))
                .toList();
    }

    private static String line(List<byte[]> words) {
        return String.join("\t", words.stream().map(RedisText::word).toList());
    }

    private static String word(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        return text.matches("[ -~]*") ? text : BYTES + HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String word) {
        return word.startsWith(BYTES)
                ? HexFormat.of().parseHex(word.substring(BYTES.length()))
                : word.getBytes(StandardCharsets.US_ASCII);
    }
}
