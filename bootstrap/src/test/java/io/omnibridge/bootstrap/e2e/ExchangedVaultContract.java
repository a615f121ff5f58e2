package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.spi.VaultMetadata;
import io.omnibridge.bootstrap.process.Poll;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store whose vault is emptied, exchanged or put back under a running node. */
@Tag("P5")
@Tag("long")
abstract class ExchangedVaultContract {

    /** Documented as two seconds; a busy machine is slower. */
    private static final Duration NOTICED = Duration.ofSeconds(30);

    private final Nodes nodes;

    ExchangedVaultContract(Nodes nodes) {
        this.nodes = nodes;
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    /** Without a call of {@code GET /readyz}: the node notices by itself. */
    @Test
    void an_emptied_store_is_served_neither_for_reads_nor_for_writes_until_it_is_restored() {
        assertNotServed(
                metadata -> values(metadata).forEach(metadata::remove),
                "not ready: the store does not have the vault that this node opened any more");
    }

    @Test
    void another_vault_is_not_served() {
        byte[] theirs = new byte[64];
        assertNotServed(
                metadata -> metadata.replace(
                        "record-key", metadata.find("record-key").orElseThrow(), theirs),
                "not ready: the store does not have the vault that this node opened any more");
    }

    @Test
    void an_older_state_that_does_not_know_the_nodes_key_is_not_served() {
        assertNotServed(
                metadata -> values(metadata).entrySet().stream()
                        .filter(value -> value.getKey().startsWith("check."))
                        .forEach(value -> metadata.remove(value.getKey(), value.getValue())),
                "not ready: the store's vault does not know the primary key of this node's keyset");
    }

    @Test
    void an_older_state_of_the_vault_is_not_served() {
        assertNotServed(
                metadata -> metadata.replace(
                        "heartbeat", heartbeat(metadata), "1700000000000".getBytes(StandardCharsets.UTF_8)),
                "not ready: the store was put back to an older state");
    }

    private void assertNotServed(Consumer<VaultMetadata> exchange, String reason) {
        try (Vault vault = nodes.start();
                DurableStore store = nodes.open()) {
            vault.run().awaitErr("created the new, empty vault [0-9a-f]{16} in (Redis|PostgreSQL) at 127.0.0.1:");
            assertEquals(201, link(vault, "work").status());
            Poll.until(() -> store.metadata().find("heartbeat").isPresent(), NOTICED);
            Map<String, byte[]> ours = values(store.metadata());

            exchange.accept(store.metadata());
            vault.run().awaitErr(reason);

            for (RawResponse response : List.of(
                    get(vault, "/accounts"),
                    get(vault, "/accounts/github/work"),
                    get(vault, "/audit"),
                    link(vault, "home"),
                    vault.send(Request.delete("/accounts/github/work").as(vault.token("alice"))))) {
                assertEquals(503, response.status());
                assertEquals("store_unavailable", response.json().path("code").asText());
            }
            assertEquals(503, vault.send(Request.get("/readyz")).status());
            assertEquals(200, vault.send(Request.get("/healthz")).status());

            restore(store.metadata(), ours);
            vault.run().awaitErr("INFO .*ready again");
            assertEquals(1, get(vault, "/accounts").json().path("accounts").size());
            assertEquals(
                    1,
                    vault.run()
                            .err()
                            .lines()
                            .filter(line -> line.contains("not ready: "))
                            .count());
        }
    }

    private static void restore(VaultMetadata metadata, Map<String, byte[]> ours) {
        values(metadata).forEach(metadata::remove);
        ours.forEach(metadata::putIfAbsent);
    }

    private static byte[] heartbeat(VaultMetadata metadata) {
        return metadata.find("heartbeat").orElseThrow();
    }

    private static Map<String, byte[]> values(VaultMetadata metadata) {
        Map<String, byte[]> values = new HashMap<>();
        metadata.names().forEach(name -> metadata.find(name).ifPresent(value -> values.put(name, value)));
        return values;
    }

    private static RawResponse link(Vault vault, String account) {
        return vault.send(Request.post("/accounts/link", vault.linkBody("github", account, ""))
                .as(vault.token("alice")));
    }

    private static RawResponse get(Vault vault, String path) {
        return vault.send(Request.get(path).as(vault.token("alice")));
    }
}
