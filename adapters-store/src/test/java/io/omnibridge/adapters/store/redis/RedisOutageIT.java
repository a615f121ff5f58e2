package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;

import io.omnibridge.adapters.store.fault.FaultProxy;
import io.omnibridge.adapters.store.fault.Outage;
import io.omnibridge.adapters.store.spi.DurableStore;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D2")
class RedisOutageIT {

    /** Announces a string of 2 GiB, more than the heap. */
    private static final String HUGE_STRING = "$2147483646\r\n";

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void the_store_is_unavailable_while_the_network_fails_and_recovers_by_itself(FaultProxy.Fault fault)
            throws Exception {
        assertOutageAndRecovery(fault, HUGE_STRING);
    }

    /** A negative length, a length beyond the heap, and redirections to nowhere or without an address. */
    @ParameterizedTest
    @ValueSource(
            strings = {"*-7\r\n", "*2147483647\r\n", "-MOVED 1 127.0.0.1:1\r\n", "-MOVED 99999 :0\r\n", "-ASK\r\n"})
    void malformed_replies_make_the_store_unavailable(String reply) throws Exception {
        assertOutageAndRecovery(FaultProxy.Fault.MALFORMED, reply);
    }

    @Test
    void the_store_is_unavailable_while_the_server_is_stopped_and_recovers_by_itself() throws Exception {
        try (RedisProcess server = RedisProcess.durable();
                DurableStore redis = RedisProcess.openWithDefaultDeadline(server.port())) {
            Outage outage = new Outage(redis, CHAIN);
            server.signal("-STOP");
            try {
                outage.everyOperationIsUnavailable();
            } finally {
                server.signal("-CONT");
            }
            outage.recoversByItself();
        }
    }

    private static void assertOutageAndRecovery(FaultProxy.Fault fault, String malformed) throws Exception {
        try (RedisProcess server = RedisProcess.start();
                FaultProxy proxy = new FaultProxy(server.port(), malformed.getBytes(StandardCharsets.US_ASCII));
                DurableStore redis = RedisProcess.openWithDefaultDeadline(proxy.port())) {
            Outage outage = new Outage(redis, CHAIN);
            long threads = storeThreads();
            outage.isSurvived(proxy, fault);
            Outage.assertThreadsEnd(RedisOutageIT::storeThreads, threads + 1);
        }
    }

    private static long storeThreads() {
        return Outage.threadsNamed("omnibridge-redis");
    }
}
