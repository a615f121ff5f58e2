package io.omnibridge.bootstrap.e2e;

import io.omnibridge.adapters.store.durable.DurableStore;
import io.omnibridge.adapters.store.redis.RedisProcess;
import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.canary.Canaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The nodes of one Redis that keeps what it acknowledged, by one user with no more rights than docs/operations.md gives it. */
record RedisNodes(RedisProcess server, Keyset keyset, String password) implements Nodes {

    static RedisNodes onNewServer() {
        try {
            RedisProcess server = RedisProcess.durable();
            RedisNodes nodes = new RedisNodes(server, Keyset.generate(), new Canaries().plant("Redis password"));
            server.ask(jedis -> jedis.aclSetUser(
                    "omnibridge",
                    "on",
                    ">" + nodes.password,
                    "~omnibridge:*",
                    "+@read",
                    "+@write",
                    "+@scripting",
                    "+cluster|slots",
                    "+config|get"));
            return nodes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> storeSettings() {
        return Map.of(
                "OMNIBRIDGE_STORE",
                "redis",
                "OMNIBRIDGE_REDIS_URL",
                "redis://omnibridge:" + encoded(password) + "@127.0.0.1:" + server.port());
    }

    static String encoded(String password) {
        return URLEncoder.encode(password, StandardCharsets.UTF_8);
    }

    @Override
    public DurableStore open() {
        return server.open();
    }

    @Override
    public String content() {
        return server.content();
    }

    @Override
    public void pause() throws IOException, InterruptedException {
        server.signal("-STOP");
    }

    @Override
    public void resume() throws IOException, InterruptedException {
        server.signal("-CONT");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
