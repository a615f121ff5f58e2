package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.canary.Canaries;
import io.omnibridge.bootstrap.canary.Evidence;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A start on another vault's store, or on one that cannot be used, ends with status 2, one sentence, and no change. */
@Tag("long")
abstract class RefusedStoreContract {

    private static final int USAGE = 2;

    private final Canaries canaries = new Canaries();
    private final Evidence evidence = new Evidence();
    private final Nodes nodes;
    private String before = "";

    RefusedStoreContract(Nodes nodes) {
        this.nodes = nodes;
    }

    @BeforeEach
    void linkAccount() {
        try (Vault vault = nodes.start()) {
            vault.send(Request.post("/accounts/link", vault.linkBody("github", "1", ""))
                    .as(vault.token("alice")));
        }
        before = nodes.content();
        canaries.watch("store password", nodes.password());
    }

    @AfterEach
    void assertNothingLeakedOrChanged() {
        try (nodes) {
            evidence.assertNoneOf(canaries);
            assertEquals(before, nodes.content());
        }
    }

    Nodes nodes() {
        return nodes;
    }

    /** Returns a new secret that no output may contain. */
    String canary(String name) {
        return canaries.plant(name);
    }

    @Test
    @Tag("C6")
    @Tag("Z4")
    @Tag("S6")
    void another_keyset_issuer_or_user_claim_is_rejected() {
        assertRefused(
                Map.of("OMNIBRIDGE_KEYSET", Keyset.generate().toJson()),
                "OMNIBRIDGE_KEYSET lacks a key that sealed something in this store ("
                        + nodes.keyset().primaryKeyId()
                        + "): start with a keyset that has it; nothing was overwritten; omnibridge keys status shows"
                        + " what needs it");
        assertRefused(
                Map.of("OMNIBRIDGE_JWT_ISSUER", "https://other.example"),
                "OMNIBRIDGE_JWT_ISSUER is not the one that the users in this store came with, and the same user id"
                        + " would be another user: set it as it was, or use another store");
        assertRefused(
                Map.of("OMNIBRIDGE_JWT_USER_CLAIM", "email"),
                "OMNIBRIDGE_JWT_USER_CLAIM is not the one that the users in this store came with, and the same user"
                        + " id would be another user: set it as it was, or use another store");
    }

    String assertRefused(Map<String, String> different, String problem) {
        Map<String, String> settings = new HashMap<>(nodes.settings(Map.of(
                "OMNIBRIDGE_JWT_ISSUER",
                Vault.ISSUER,
                "OMNIBRIDGE_JWT_AUDIENCE",
                Vault.AUDIENCE,
                "OMNIBRIDGE_JWT_SECRET",
                canaries.plant("secret"),
                "OMNIBRIDGE_HTTP_PORT",
                "0")));
        settings.putAll(different);
        try (Run run = Omnibridge.run(Jdk.running(), settings, "serve")) {
            assertEquals(USAGE, run.exit(), run::err);
            evidence.add("standard error", run.err());
            assertEquals("", run.out());
            assertTrue(run.err().endsWith("The configuration cannot be used:\n  " + problem + "\n"), run::err);
            assertFalse(run.err().contains("\tat "), run::err);
            return run.err();
        }
    }
}
