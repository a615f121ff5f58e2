package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;

import io.omnibridge.adapters.store.history.Workload;
import io.omnibridge.adapters.store.spi.DurableStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D4")
class RedisHistoryIT {

    @Test
    void writes_and_reads_over_two_nodes_are_linearizable() throws Exception {
        try (RedisProcess server = RedisProcess.start();
                DurableStore left = server.open();
                DurableStore right = server.open()) {
            new Workload().assertLinearizable(CHAIN, left, right);
        }
    }

    @Test
    void writes_and_reads_over_two_nodes_of_a_cluster_are_linearizable() throws Exception {
        RedisClusterProcesses cluster = RedisClusterProcesses.shared();
        cluster.empty();
        try (DurableStore left = cluster.open();
                DurableStore right = cluster.open()) {
            new Workload().assertLinearizable(CHAIN, left, right);
        }
    }
}
