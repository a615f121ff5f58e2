package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.Listing;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.bootstrap.process.Jdk;
import io.omnibridge.bootstrap.process.Omnibridge;
import io.omnibridge.bootstrap.process.Run;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.identity.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator copies a vault to another kind of store; its users see the same before and after. */
@Tag("long")
abstract class MovedVaultContract {

    private static final List<String> USERS = List.of("alice", "Zoë {bob}");
    private static final int MANY = 500;
    private static final int KILLED = 137;

    private final Nodes source;
    private final Nodes target;
    private final String direction;
    private Vault before;

    /** @param direction the options of {@code store copy} */
    MovedVaultContract(Nodes source, Nodes target, String... direction) {
        this.source = source;
        this.target = target.under(source.keyset());
        this.direction = String.join(" ", direction);
    }

    @BeforeEach
    void linkAccounts() {
        before = source.start();
        before.watch("password of the target", target.password());
        for (String user : USERS) {
            link(user, "work");
            link(user, "home");
            before.send(Request.delete("/accounts/github/home").as(before.token(user)));
        }
    }

    @AfterEach
    void searchForSecrets() {
        try (source;
                target) {
            before.close();
        }
    }

    @Test
    @Tag("S1")
    @Tag("U3")
    void users_find_the_same_data_and_one_of_them_is_erased() {
        Map<String, String> seen = seenBy(before);
        String head = before.send(Request.get("/audit").as(before.token("alice")))
                .json()
                .path("head")
                .asText();

        assertTrue(run(0, "store copy " + direction).contains("\nverified: both have the same; nodes may start on "));

        try (Vault moved = target.start()) {
            assertEquals(seen, seenBy(moved));
            assertCredentialsOpen();
            assertEquals(
                    "checked 1 user: 1 intact with 3 events, 0 wrong\n",
                    run(0, "audit verify --user alice --head " + head));
            assertEquals("""
                    erased 1 account and 4 events: alice
                    not revoked, to be ended by the user at the provider: github
                    """, run(0, "users erase --user alice"));
            assertEquals("there was nothing: alice\n", run(0, "users erase --user alice"));
            assertEquals(seen.get(USERS.get(1) + " /accounts"), body(moved, "/accounts", USERS.get(1)));
        }
    }

    @Test
    @Tag("D1")
    void a_killed_copy_resumes_and_no_command_opens_the_target_before_its_end() {
        source.multiply("alice", "user-", MANY);
        try (Run killed = command("store copy " + direction)) {
            killed.awaitErr("copying: \\d+ users");
            killed.handle().destroyForcibly();
            assertEquals(KILLED, killed.exit(), killed::err);
            before.note("standard error", killed.err());
        }
        try (Run refused = Omnibridge.run(
                Jdk.running(),
                target.settings(Map.of("OMNIBRIDGE_JWT_ISSUER", Vault.ISSUER)),
                "audit",
                "verify",
                "--user",
                "alice")) {
            assertEquals(2, refused.exit(), refused::err);
            assertTrue(refused.err().contains("a copy into this store has not come to its end"), refused::err);
        }

        String out = run(0, "store copy " + direction);

        Matcher copied = Pattern.compile("copied (\\d+) users?, left (\\d+) unchanged, removed 0\n")
                .matcher(out);
        assertTrue(copied.find(), out);
        assertEquals(MANY + USERS.size(), Long.parseLong(copied.group(1)) + Long.parseLong(copied.group(2)));
        assertTrue(Long.parseLong(copied.group(2)) > 0, out);
    }

    private void link(String user, String account) {
        assertEquals(
                201,
                before.send(Request.post("/accounts/link", before.linkBody("github", account, ""))
                                .as(before.token(user)))
                        .status());
    }

    private static Map<String, String> seenBy(Vault vault) {
        Map<String, String> seen = new HashMap<>();
        for (String user : USERS) {
            for (String path : List.of("/accounts", "/audit")) {
                seen.put(user + " " + path, body(vault, path, user));
            }
        }
        return seen;
    }

    private static String body(Vault vault, String path, String user) {
        RawResponse response = vault.send(Request.get(path).as(vault.token(user)));
        assertEquals(200, response.status());
        return response.body();
    }

    private void assertCredentialsOpen() {
        try (DurableStore durable = target.open()) {
            TokenStore store = VaultPorts.over(
                            durable.users(),
                            new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), Vault.ISSUER))
                    .accounts();
            TinkCredentialSealer sealer = new TinkCredentialSealer(source.keyset(), Vault.ISSUER);
            for (String user : USERS) {
                for (AccountMetadata account : Listing.all(store, new UserId(user))) {
                    assertTrue(sealer.open(store.find(account.key()).orElseThrow())
                            .credentials()
                            .refreshToken()
                            .isPresent());
                }
            }
        }
    }

    /** Runs a command, asserts its exit status, and returns its output. */
    private String run(int status, String command) {
        try (Run run = command(command)) {
            assertEquals(status, run.exit(), run::err);
            before.note("standard output", run.out());
            before.note("standard error", run.err());
            return run.out();
        }
    }

    /** Starts a command with the settings of both stores; {@code OMNIBRIDGE_STORE} names the target. */
    private Run command(String command) {
        Map<String, String> settings = new HashMap<>(source.settings(Map.of("OMNIBRIDGE_JWT_ISSUER", Vault.ISSUER)));
        settings.putAll(target.storeSettings());
        return Omnibridge.run(Jdk.running(), settings, command.split(" "));
    }
}
