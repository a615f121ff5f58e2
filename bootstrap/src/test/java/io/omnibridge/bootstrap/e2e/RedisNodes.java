package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.bootstrap.canary.Canaries;
import io.omnibridge.bootstrap.process.Omnibridge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.clients.jedis.Pipeline;

/** A durable Redis with one user that has exactly the rights of docs/operations.md. */
public record RedisNodes(RedisProcess server, Keyset keyset, String password) implements Nodes {

    private static final int BATCH = 1_000;

    public static RedisNodes onNewServer() {
        try {
            RedisProcess server = RedisProcess.durable();
            RedisNodes nodes = new RedisNodes(server, Keyset.generate(), new Canaries().plant("Redis password"));
            List<String> rules = new ArrayList<>(List.of("on", ">" + nodes.password));
            rules.addAll(documentedRights());
            server.ask(jedis -> jedis.aclSetUser("omnibridge", rules.toArray(String[]::new)));
            return nodes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the rights of the user in docs/operations.md. */
    private static List<String> documentedRights() throws IOException {
        String page = Files.readString(Omnibridge.PROJECT.resolve("docs/operations.md"));
        Matcher user = Pattern.compile("(?m)^user omnibridge on >\\S+ (.*)$").matcher(page);
        if (!user.find()) {
            throw new IllegalStateException("docs/operations.md has no user");
        }
        return List.of(user.group(1).split(" ", -1));
    }

    @Override
    public Nodes under(Keyset other) {
        return new RedisNodes(server, other, password);
    }

    @Override
    public Map<String, String> storeSettings() {
        return Map.of(
                "OMNIBRIDGE_STORE",
                "redis",
                "OMNIBRIDGE_REDIS_URL",
                "redis://omnibridge:" + encoded(password) + "@127.0.0.1:" + server.port());
    }

    static String encoded(String password) {
        return URLEncoder.encode(password, StandardCharsets.UTF_8);
    }

    @Override
    public DurableStore open() {
        return server.open();
    }

    @Override
    public String content() {
        return server.content();
    }

    @Override
    public void multiply(String user, String prefix, int many) {
        server.ask(jedis -> {
            Map<String, byte[]> dumps = jedis.keys("*" + inKeys(user) + "*").stream()
                    .collect(Collectors.toMap(Function.identity(), jedis::dump));
            for (int begin = 0; begin < many; begin += BATCH) {
                Pipeline batch = jedis.pipelined();
                IntStream.range(begin, Math.min(begin + BATCH, many))
                        .forEach(i -> dumps.forEach(
                                (key, dump) -> batch.restore(key.replace(inKeys(user), inKeys(prefix + i)), 0, dump)));
                batch.sync();
            }
            return many;
        });
    }

    /** Returns the form of a user id in keys. */
    private static String inKeys(String user) {
        return "{" + Base64.getUrlEncoder().withoutPadding().encodeToString(user.getBytes(StandardCharsets.UTF_8))
                + "}";
    }

    @Override
    public void removeVaultMetadata() {
        server.ask(jedis -> jedis.del("omnibridge:vault_metadata"));
    }

    @Override
    public long bytes() {
        Matcher used = Pattern.compile("used_memory:(\\d+)").matcher(server.ask(jedis -> jedis.info("memory")));
        return used.find() ? Long.parseLong(used.group(1)) : 0;
    }

    @Override
    public void pause() throws IOException, InterruptedException {
        server.signal("-STOP");
    }

    @Override
    public void resume() throws IOException, InterruptedException {
        server.signal("-CONT");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
