package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.Keyset;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code audit verify} beside a running node, with the settings of the store only. */
@Tag("long")
abstract class VerifiedAuditLogContract {

    private static final int LINKS = 6;
    private static final String WRONG = "%s: alice\nchecked 1 user: 0 intact with 0 events, 1 wrong\n";

    private final Nodes nodes;
    private final Tampering tampering;
    private final Vault vault;

    <N extends Nodes> VerifiedAuditLogContract(N nodes, Function<N, Tampering> tampering) {
        this.nodes = nodes;
        this.tampering = tampering.apply(nodes);
        this.vault = nodes.start();
    }

    @BeforeEach
    void linkAccounts() {
        for (int i = 0; i < LINKS; i++) {
            link("alice", "account-" + i);
        }
    }

    @AfterEach
    void searchForSecrets() {
        try (nodes) {
            vault.close();
        }
    }

    @Test
    @Tag("C6")
    @Tag("S6")
    @Tag("U3")
    void an_unchanged_audit_log_is_intact_and_verification_only_reads() {
        String early = head();
        link("alice", "one-more");
        String content = nodes.content();

        String intact = "checked 1 user: 1 intact with 7 events, 0 wrong\n";
        assertVerified(0, intact, "--user", "alice", "--head", early);
        assertOtherKeysRefused();
        assertEquals(content, nodes.content());

        tampering.removeHead();
        assertVerified(1, WRONG.formatted("head put back before 1"), "--user", "alice");
    }

    @Test
    @Tag("U3")
    void tampering_with_an_audit_log_is_located() {
        String kept = head();

        tampering.truncateAfter(5);
        link("bob", "other");
        assertVerified(0, "checked 2 users: 2 intact with 6 events, 0 wrong\n");
        assertVerified(1, WRONG.formatted("truncated at 6"), "--user", "alice", "--head", kept);
        tampering.remove(4);
        assertVerified(1, WRONG.formatted("missing at 4"), "--user", "alice");
        tampering.swap(2, 3);
        assertVerified(1, WRONG.formatted("reordered at 2"), "--user", "alice");
        tampering.change(1);
        assertVerified(1, "changed at 1: alice\nchecked 2 users: 1 intact with 1 event, 1 wrong\n");
    }

    @Test
    @Tag("P10")
    void a_user_whom_the_store_does_not_have_is_no_intact_user() {
        assertVerified(1, "no such user: alcie\n", "--user", "alcie");
    }

    private void assertVerified(int exit, String out, String... options) {
        try (Run run = verify(Map.of(), options)) {
            assertEquals(exit, run.exit(), run::err);
            vault.note("standard output", run.out());
            vault.note("standard error", run.err());
            assertEquals(out, run.out());
        }
    }

    private void assertOtherKeysRefused() {
        try (Run run = verify(Map.of("OMNIBRIDGE_KEYSET", Keyset.generate().toJson()), "--user", "alice")) {
            assertEquals(2, run.exit(), run::err);
            vault.note("standard error", run.err());
            assertEquals("", run.out());
            assertTrue(run.err().contains("The configuration cannot be used:\n  OMNIBRIDGE_KEYSET "), run::err);
        }
    }

    private Run verify(Map<String, String> different, String... options) {
        Map<String, String> settings = new HashMap<>(nodes.settings(Map.of("OMNIBRIDGE_JWT_ISSUER", Vault.ISSUER)));
        settings.putAll(different);
        String[] arguments =
                Stream.concat(Stream.of("audit", "verify"), Stream.of(options)).toArray(String[]::new);
        return Omnibridge.run(Jdk.running(), settings, arguments);
    }

    private String head() {
        return vault.send(Request.get("/audit?limit=1").as(vault.token("alice")))
                .json()
                .path("head")
                .asText();
    }

    private void link(String user, String account) {
        RawResponse response = vault.send(Request.post("/accounts/link", vault.linkBody("github", account, ""))
                .as(vault.token(user)));
        assertEquals(201, response.status());
    }
}
