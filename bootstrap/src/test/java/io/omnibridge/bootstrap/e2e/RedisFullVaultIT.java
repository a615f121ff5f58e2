package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** OmniBridge on a Redis whose memory is full. */
@Tag("P7")
class RedisFullVaultIT {

    private final RedisNodes nodes = RedisNodes.onNewServer();

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void nodes_start_accounts_are_unlinked_and_users_are_erased() {
        try (Vault vault = nodes.start()) {
            for (String user : new String[] {"alice", "bob"}) {
                assertEquals(201, link(vault, user).status());
            }
        }
        nodes.server().ask(jedis -> jedis.configSet("maxmemory", "1"));
        OperatorShell shell = new OperatorShell(nodes.settings(Map.of()));

        try (Vault vault = nodes.start()) {
            assertEquals(200, vault.send(Request.get("/readyz")).status());
            assertEquals(503, link(vault, "carol").status());
            assertEquals(
                    204,
                    vault.send(Request.delete("/accounts/github/work").as(vault.token("alice")))
                            .status());
            CommandResult erased = shell.run("users", "erase", "--user", "bob");
            assertEquals(0, erased.status(), erased.err());
            assertTrue(erased.out().startsWith("erased 1 account and "), erased.out());
        }
    }

    private static RawResponse link(Vault vault, String user) {
        return vault.send(Request.post("/accounts/link", vault.linkBody("github", "work", ""))
                .as(vault.token(user)));
    }
}
