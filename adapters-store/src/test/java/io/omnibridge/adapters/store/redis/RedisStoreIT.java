package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.DurableStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import redis.clients.jedis.Jedis;

/** The whole contract, by a Redis user that has exactly the rights in docs/operations.md. */
@Tag("P2")
class RedisStoreIT implements DurableStoreContract {

    private static RedisProcess server;
    private static DurableStore redis;
    private static DurableStore anotherNode;

    @BeforeAll
    static void open() throws IOException {
        server = RedisProcess.start();
        List<String> rules = new ArrayList<>(List.of("on", ">secret"));
        rules.addAll(documentedRights());
        server.ask(jedis -> jedis.aclSetUser("omnibridge", rules.toArray(String[]::new)));
        redis = openAsUser();
        anotherNode = openAsUser();
    }

    @BeforeEach
    void empty() {
        server.ask(Jedis::flushAll);
    }

    @AfterAll
    static void close() throws IOException {
        redis.close();
        anotherNode.close();
        server.close();
    }

    @Override
    public DurableStore durable() {
        return redis;
    }

    @Override
    public DurableStore another() {
        return anotherNode;
    }

    private static DurableStore openAsUser() {
        String url = "redis://omnibridge:secret@127.0.0.1:" + server.port();
        return RedisStore.open(
                RedisProcess.settings(url, Duration.ofSeconds(30), Duration.ofSeconds(20)), Clock.systemUTC());
    }

    private static List<String> documentedRights() throws IOException {
        String page = Files.readString(Path.of("../docs/operations.md"));
        Matcher user = Pattern.compile("(?m)^user omnibridge on >\\S+ (.*)$").matcher(page);
        if (!user.find()) {
            throw new IllegalStateException("docs/operations.md has no user");
        }
        return List.of(user.group(1).split(" ", -1));
    }
}
