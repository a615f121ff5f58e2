package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;

import io.omnibridge.adapters.store.history.Workload;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D4")
class RedisHistoryIT {

    @Test
    void what_threads_of_two_nodes_do_to_one_account_could_have_been_done_by_one_thread() throws Exception {
        try (RedisProcess server = RedisProcess.start();
                RedisStore left = server.open();
                RedisStore right = server.open()) {
            new Workload().assertLinearizable(List.of(left.tokenStore(CHAIN), right.tokenStore(CHAIN)), left.records());
        }
    }

    @Test
    void nor_does_it_matter_that_the_server_is_a_cluster() throws Exception {
        RedisClusterProcesses cluster = RedisClusterProcesses.shared();
        cluster.empty();
        try (RedisStore left = cluster.open();
                RedisStore right = cluster.open()) {
            new Workload()
                    .assertLinearizable(List.of(left.tokenStore(CHAIN), right.tokenStore(CHAIN)), right.records());
        }
    }
}
