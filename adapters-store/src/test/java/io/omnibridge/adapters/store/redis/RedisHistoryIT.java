package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;

import io.omnibridge.adapters.store.history.Workload;
import io.omnibridge.adapters.store.spi.DurableStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D4")
class RedisHistoryIT {

    @Test
    void what_threads_of_two_nodes_do_to_one_account_could_have_been_done_by_one_thread() throws Exception {
        try (RedisProcess server = RedisProcess.start();
                DurableStore left = server.open();
                DurableStore right = server.open()) {
            new Workload().assertLinearizable(CHAIN, left, right);
        }
    }

    @Test
    void nor_does_it_matter_that_the_server_is_a_cluster() throws Exception {
        RedisClusterProcesses cluster = RedisClusterProcesses.shared();
        cluster.empty();
        try (DurableStore left = cluster.open();
                DurableStore right = cluster.open()) {
            new Workload().assertLinearizable(CHAIN, left, right);
        }
    }
}
