package io.omnibridge.bootstrap.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.AuditChain;
import io.omnibridge.adapters.store.auditlog.AuditLogKey;
import io.omnibridge.adapters.store.sealing.TinkCredentialSealer;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.bootstrap.process.Poll;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D1")
abstract class KilledVaultContract {

    private static final List<String> USERS = List.of("alice", "bob", "carol", "dave");
    private static final int MIN_ACKNOWLEDGED = 200;
    private static final Duration MAX_WAIT = Duration.ofMinutes(5);

    private final Queue<AccountKey> acknowledged = new ConcurrentLinkedQueue<>();
    private final Nodes nodes;

    KilledVaultContract(Nodes nodes) {
        this.nodes = nodes;
    }

    @AfterEach
    void end() {
        nodes.close();
    }

    @Test
    void every_acknowledged_link_survives_sigkill_of_the_node() throws InterruptedException {
        try (Vault vault = nodes.start()) {
            killDuringLinks(vault);
        }
        try (Vault again = nodes.start()) {
            acknowledged.forEach(account -> assertListed(again, account));
        }
        try (DurableStore store = nodes.open()) {
            acknowledged.forEach(account -> assertOpens(store, account));
        }
        System.out.println("D1 OmniBridge, " + getClass().getSimpleName() + ": " + acknowledged.size()
                + " links acknowledged before kill -9, all there");
    }

    private void killDuringLinks(Vault vault) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(USERS.size());
        try {
            USERS.forEach(user -> threads.execute(() -> linkUntilKilled(vault, user)));
            Poll.until(() -> acknowledged.size() >= MIN_ACKNOWLEDGED, MAX_WAIT);
            vault.kill();
            threads.shutdown();
            assertTrue(threads.awaitTermination(MAX_WAIT.toSeconds(), TimeUnit.SECONDS));
        } finally {
            threads.shutdownNow();
        }
    }

    private void linkUntilKilled(Vault vault, String user) {
        String token = vault.token(user);
        String body = vault.linkBody("github", "ACCOUNT", "");
        int next = 0;
        while (isLinked(vault, body.replace("ACCOUNT", "a" + next), token)) {
            acknowledged.add(key(user, "a" + next));
            next++;
        }
    }

    /** Returns whether the link was acknowledged: a missing or truncated response does not acknowledge it. */
    private static boolean isLinked(Vault vault, String body, String token) {
        try {
            RawResponse response =
                    vault.send(Request.post("/accounts/link", body).as(token));
            return response.text().startsWith("HTTP/1.1 201");
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static void assertListed(Vault vault, AccountKey key) {
        String path = "/accounts/github/" + key.providerAccountId().value();
        String token = vault.token(key.owner().value());
        assertEquals(200, vault.send(Request.get(path).as(token)).status());
    }

    private void assertOpens(DurableStore durable, AccountKey key) {
        TokenStore store = VaultPorts.over(
                        durable.users(), new AuditChain(new AuditLogKey(new byte[AuditLogKey.LENGTH]), Vault.ISSUER))
                .accounts();
        Account account = store.find(key).orElseThrow();
        assertTrue(new TinkCredentialSealer(nodes.keyset(), Vault.ISSUER)
                .open(account)
                .credentials()
                .refreshToken()
                .isPresent());
    }

    private static AccountKey key(String user, String account) {
        return new AccountKey(new UserId(user), new ProviderId("github"), new ProviderAccountId(account));
    }
}
