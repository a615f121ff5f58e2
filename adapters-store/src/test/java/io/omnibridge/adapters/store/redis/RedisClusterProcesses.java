package io.omnibridge.adapters.store.redis;

import java.io.IOException;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;
import redis.embedded.RedisShardedCluster;

/** A real cluster of three servers. */
final class RedisClusterProcesses implements AutoCloseable {

    private final RedisShardedCluster cluster;

    private RedisClusterProcesses(RedisShardedCluster cluster) {
        this.cluster = cluster;
    }

    static RedisClusterProcesses start() throws IOException {
        RedisShardedCluster cluster = RedisShardedCluster.newRedisCluster()
                .withServerBuilder(RedisServer.newRedisServer().setting("bind 127.0.0.1"))
                .serverPorts(List.of(RedisProcess.freePort(), RedisProcess.freePort(), RedisProcess.freePort()))
                .shard("one", 0)
                .shard("two", 0)
                .shard("three", 0)
                .build();
        cluster.start();
        return new RedisClusterProcesses(cluster);
    }

    List<Integer> ports() {
        return cluster.serverPorts();
    }

    RedisStore open() {
        return RedisProcess.open(ports().get(0));
    }

    void empty() {
        ports().forEach(port -> RedisProcess.ask(port, Jedis::flushAll));
    }

    @Override
    public void close() throws IOException {
        cluster.stop();
    }
}
