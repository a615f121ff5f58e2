package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.redis.client.RedisSettings;
import io.omnibridge.adapters.store.redis.client.RedisUrl;
import io.omnibridge.adapters.store.vault.StoreLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A real server, started from a binary that the build brings along, and what operating systems do to servers. */
public final class RedisProcess implements AutoCloseable {

    static final AuditChain CHAIN =
            new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), "https://issuer.example");

    private final RedisServer server;
    private final Path data;
    private final int port;
    private final List<String> settings;
    private final ProcessHandle process;

    private RedisProcess(Path data, int port, List<String> settings) throws IOException {
        this.data = data;
        this.port = port;
        this.settings = List.copyOf(settings);
        RedisServerBuilder builder = RedisServer.newRedisServer().port(port).setting("bind 127.0.0.1");
        builder.setting("dir " + data).setting("save \"\"");
        settings.forEach(builder::setting);
        this.server = builder.build();
        server.start();
        this.process = ProcessHandle.of(ask(RedisProcess::pid)).orElseThrow();
    }

    public static RedisProcess start(String... settings) throws IOException {
        return new RedisProcess(Files.createTempDirectory("omnibridge-redis"), freePort(), List.of(settings));
    }

    /** One that keeps what it acknowledged whatever becomes of it. */
    public static RedisProcess durable() throws IOException {
        return start("appendonly yes", "appendfsync always");
    }

    /** Starts the server that was killed anew, with the same data and at the same port. */
    RedisProcess restart() throws IOException {
        return new RedisProcess(data, port, settings);
    }

    /** {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }

    public int port() {
        return port;
    }

    Path data() {
        return data;
    }

    public RedisStore open() {
        return open(port);
    }

    /** What somebody does who can reach past OmniBridge. */
    public <T> T ask(Function<Jedis, T> question) {
        return ask(port, question);
    }

    /** Everything in it, to compare. */
    public String content() {
        return ask(jedis -> new TreeSet<>(jedis.keys("*"))
                .stream()
                        .map(key -> key + "=" + HexFormat.of().formatHex(jedis.dump(key)))
                        .collect(Collectors.joining(",")));
    }

    static <T> T ask(int port, Function<Jedis, T> question) {
        try (Jedis jedis = new Jedis("127.0.0.1", port)) {
            return question.apply(jedis);
        }
    }

    static RedisStore open(int port) {
        return RedisStore.open(settings("redis://127.0.0.1:" + port, Duration.ofSeconds(20)), Clock.systemUTC());
    }

    /** Of somebody who does not wait. */
    static RedisSettings settings(String url) {
        return settings(url, Duration.ofSeconds(1));
    }

    private static RedisSettings settings(String url, Duration patience) {
        StoreLimits limits = new StoreLimits(Duration.ofSeconds(1), 8, patience);
        return new RedisSettings(RedisUrl.parse(url), true, limits);
    }

    /** One that a cluster can use: its servers talk to each other at a port that is 10,000 higher. */
    static int freePort() throws IOException {
        while (true) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (free.getLocalPort() <= 55_000) {
                    return free.getLocalPort();
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }

    private static long pid(Jedis jedis) {
        Matcher pid = Pattern.compile("process_id:(\\d+)").matcher(jedis.info("server"));
        if (!pid.find()) {
            throw new IllegalStateException("Redis does not say which process it is");
        }
        return Long.parseLong(pid.group(1));
    }
}
