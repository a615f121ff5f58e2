package io.omnibridge.benchmarks.floor;

import java.util.Map;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.RedisClient;

/** One {@code HGETALL} for each request, over as many connections as OmniBridge has. */
final class Redis {

    private static final int CONNECTIONS = 64;

    /** As long as what OmniBridge shows of an account. */
    private static final String VALUE = "0".repeat(250);

    private final RedisClient client;
    private final Users users = new Users();

    private Redis(RedisClient client) {
        this.client = client;
    }

    /** Connects to {@code FLOOR_REDIS_PORT} and writes the users' accounts. */
    static Redis open() {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        RedisClient client = RedisClient.builder()
                .hostAndPort("127.0.0.1", Integer.parseInt(Floor.setting("FLOOR_REDIS_PORT")))
                .poolConfig(pool)
                .build();
        Map<String, String> accounts = Map.of("github:1", VALUE, "google:1", VALUE, "notion:1", VALUE);
        for (int i = 0; i < Users.COUNT; i++) {
            client.hset(key(Users.name(i)), accounts);
        }
        return new Redis(client);
    }

    /** Reads the accounts of one user. */
    void hgetall() {
        client.hgetAll(key(users.next()));
    }

    private static String key(String user) {
        return "floor:{" + user + "}";
    }
}
