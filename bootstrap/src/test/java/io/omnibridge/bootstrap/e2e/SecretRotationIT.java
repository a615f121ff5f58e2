package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.jwt.DevelopmentTokens;
import io.omnibridge.adapters.http.jwt.HmacKey;
import io.omnibridge.adapters.http.jwt.JwtPolicy;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.identity.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol;

/** Secrets in files are replaced while the node runs, as docs/secrets.md describes. */
@Tag("P9")
@Tag("long")
class SecretRotationIT {

    private static final String FORMER = "kVb2oPq7sX0yRt5uWz8cEe1fGh4jLm6n";
    private static final String REPLACED = "a4Fj9-Lq1sYt6uWz8cEe3fGh5jKm7nPx";
    private static final Duration BOUND = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    @Test
    void the_jwt_secret_and_the_password_of_redis_are_replaced() throws IOException {
        Path jwt = Files.writeString(folder.resolve("jwt"), FORMER);
        try (RedisNodes nodes = RedisNodes.onNewServer()) {
            Path redis = Files.writeString(folder.resolve("redis"), url(nodes, nodes.password()));
            Map<String, String> settings = new HashMap<>(nodes.settings(Map.of()));
            settings.remove("OMNIBRIDGE_REDIS_URL");
            settings.put("OMNIBRIDGE_REDIS_URL_FILE", redis.toString());
            settings.put("OMNIBRIDGE_JWT_SECRET_FILE", jwt.toString());
            try (Vault vault = Vault.start(List.of(), settings)) {
                assertEquals(200, list(vault, FORMER));

                Files.writeString(jwt, "too short");
                Poll.until(() -> vault.run().err().contains("must be at least 32 bytes long"), BOUND);
                assertEquals(200, list(vault, FORMER));

                Files.writeString(jwt, REPLACED + "\n");
                Poll.until(() -> list(vault, REPLACED) == 200, BOUND);
                assertEquals(401, list(vault, FORMER));

                replacePassword(nodes, redis, vault);
            }
        }
    }

    /** Adds a password, tells the node, removes the former one, and ends all connections that used it. */
    private static void replacePassword(RedisNodes nodes, Path file, Vault vault) throws IOException {
        nodes.server().ask(jedis -> jedis.aclSetUser("omnibridge", ">another"));
        Files.writeString(file, url(nodes, "another"));
        Poll.until(() -> vault.run().err().contains("OMNIBRIDGE_REDIS_URL_FILE has changed"), BOUND);
        nodes.server().ask(jedis -> jedis.aclSetUser("omnibridge", "<" + nodes.password()));
        nodes.server().ask(jedis -> jedis.sendCommand(Protocol.Command.CLIENT, "KILL", "USER", "omnibridge"));

        assertEquals(200, list(vault, REPLACED));
        Files.writeString(file, "redis://omnibridge:another@127.0.0.1:1");
        Poll.until(() -> vault.run().err().contains("names another server: restart to use it"), BOUND);
        assertEquals(200, list(vault, REPLACED));
    }

    private static String url(RedisNodes nodes, String password) {
        return "redis://omnibridge:" + RedisNodes.encoded(password) + "@127.0.0.1:"
                + nodes.server().port();
    }

    private static int list(Vault vault, String secret) {
        JwtPolicy policy = new JwtPolicy(Vault.ISSUER, Vault.AUDIENCE, "sub", Duration.ofSeconds(30), false, false);
        String token = new DevelopmentTokens(policy, new HmacKey(secret), Clock.systemUTC())
                .sign(new UserId("alice"), Scopes.of(Permission.allScopes()), Duration.ofMinutes(10));
        return vault.send(Request.get("/accounts").as(token)).status();
    }
}
