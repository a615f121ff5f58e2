package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.redis.client.RedisSettings;
import io.omnibridge.adapters.store.redis.client.RedisUrl;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.StoreLimits;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.core.RedisServerBuilder;

/** Redis server of a test: a real process, which the test can stop, kill and restart. */
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
        RedisServerBuilder builder = RedisServer.newRedisServer()
                .executableProvider(() -> Program.FILE)
                .port(port)
                .setting("bind 127.0.0.1");
        builder.setting("dir " + data).setting("save \"\"");
        settings.forEach(builder::setting);
        this.server = builder.build();
        server.start();
        this.process = ProcessHandle.of(ask(RedisProcess::pid)).orElseThrow();
    }

    public static RedisProcess start(String... settings) throws IOException {
        return new RedisProcess(Files.createTempDirectory("omnibridge-redis"), freePort(), List.of(settings));
    }

    /** Starts a server that keeps every acknowledged write, also across {@code kill -9}. */
    public static RedisProcess durable() throws IOException {
        return start("appendonly yes", "appendfsync always");
    }

    /** Restarts a killed server with its data, at the same port. */
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

    public DurableStore open() {
        return open(port);
    }

    /** Sends commands that bypass OmniBridge. */
    public <T> T ask(Function<Jedis, T> commands) {
        return ask(port, commands);
    }

    /** Returns all keys and values as one text, to compare. */
    public String content() {
        return ask(jedis -> new TreeSet<>(jedis.keys("*"))
                .stream()
                        .map(key -> key + "="
                                + (key.equals(RedisVaultMetadata.KEY)
                                        ? metadata(jedis)
                                        : HexFormat.of().formatHex(jedis.dump(key))))
                        .collect(Collectors.joining(",")));
    }

    /** The heartbeat is left out, which running nodes write by themselves. */
    private static Map<String, String> metadata(Jedis jedis) {
        Map<String, String> metadata = new TreeMap<>(jedis.hgetAll(RedisVaultMetadata.KEY));
        metadata.remove("heartbeat");
        return metadata;
    }

    static <T> T ask(int port, Function<Jedis, T> commands) {
        try (Jedis jedis = new Jedis("127.0.0.1", port)) {
            return commands.apply(jedis);
        }
    }

    /** Returns settings with a long start timeout: a busy machine starts servers slowly. */
    public RedisSettings settings() {
        return settings("redis://127.0.0.1:" + port, Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    /** Returns settings with a short start timeout, for starts that are expected to fail. */
    public static RedisSettings settings(String url) {
        return settings(url, Duration.ofSeconds(5), Duration.ofSeconds(1));
    }

    /** Opens a store whose calls have the time that a busy machine takes. */
    static DurableStore open(int port) {
        return open(port, Duration.ofSeconds(30));
    }

    /** Opens a store whose calls end at the default deadline, for tests in which the server does not respond. */
    static DurableStore openWithDefaultDeadline(int port) {
        return open(port, StoreLimits.DEFAULT_DEADLINE);
    }

    private static DurableStore open(int port, Duration deadline) {
        return RedisStore.open(
                settings("redis://127.0.0.1:" + port, deadline, Duration.ofSeconds(20)), Clock.systemUTC());
    }

    /** Returns settings for {@code url}. */
    static RedisSettings settings(String url, Duration deadline, Duration startTimeout) {
        StoreLimits limits = new StoreLimits(deadline, 8, startTimeout);
        return new RedisSettings(RedisUrl.parse(url), true, limits);
    }

    /** Returns a port for a server alone or of a cluster, whose bus uses the port that is 10,000 higher. */
    public static int freePort() throws IOException {
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
            throw new IllegalStateException("Redis reports no process id");
        }
        return Long.parseLong(pid.group(1));
    }

    /** The program, which is unpacked once. */
    private static final class Program {

        private static final File FILE = unpacked();

        private static File unpacked() {
            try {
                return ExecutableProvider.newJarResourceProvider().get();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
