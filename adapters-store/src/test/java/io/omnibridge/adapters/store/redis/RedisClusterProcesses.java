package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.spi.DurableStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.embedded.RedisServer;
import redis.embedded.RedisShardedCluster;

/** Redis Cluster of a test: three real processes without replicas. */
final class RedisClusterProcesses {

    private final RedisShardedCluster cluster;

    private RedisClusterProcesses(RedisShardedCluster cluster) {
        this.cluster = cluster;
    }

    /** Returns the cluster that all tests share. It ends with the JVM. */
    static RedisClusterProcesses shared() {
        return Shared.CLUSTER;
    }

    private static RedisClusterProcesses start() throws IOException {
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

    DurableStore open() {
        return RedisProcess.open(ports().get(0));
    }

    void empty() {
        ports().forEach(port -> RedisProcess.ask(port, Jedis::flushAll));
    }

    private static final class Shared {

        private static final RedisClusterProcesses CLUSTER = startShared();

        private static RedisClusterProcesses startShared() {
            try {
                return start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
