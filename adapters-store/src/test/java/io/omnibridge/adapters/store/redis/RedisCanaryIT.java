package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.canary.Canaries;
import io.omnibridge.adapters.store.spi.DurableStore;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** The server's own files have no token in any form. */
@Tag("S1")
class RedisCanaryIT {

    /** As it stands in keys. */
    private static final String USER = Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(Canaries.USER.value().getBytes(StandardCharsets.UTF_8));

    @Test
    void no_token_is_in_the_dump_and_in_the_append_only_file() throws Exception {
        try (RedisProcess server = RedisProcess.start("appendonly yes", "rdbcompression no");
                DurableStore redis = server.open()) {
            Canaries.leaveIn(redis, CHAIN);
            server.ask(Jedis::save);
            assertTrue(Canaries.filesWith(server.data(), USER) >= 2, "dump and append-only file are searched");
            Canaries.assertNoneIn(server.data());
        }
    }
}
