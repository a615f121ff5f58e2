package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.scan.ScannedVault;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.PortsUnderTest;
import io.omnibridge.adapters.store.vault.VaultAccountScan;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.AccountScan;
import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.ScanCursor;
import io.omnibridge.application.port.ScanPage;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.identity.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scans of a Redis with keys that OmniBridge did not write, and of one that restarts meanwhile. */
class RedisAccountScanIT implements PortsUnderTest {

    private static final UserKeys ALICES = UserKeys.of(ALICE);

    private RedisProcess server;
    private DurableStore redis;
    private AccountScan scan;

    @BeforeEach
    void open() throws IOException {
        server = RedisProcess.durable();
        redis = server.open();
        scan = new VaultAccountScan(redis.users());
    }

    @AfterEach
    void close() throws IOException {
        redis.close();
        server.close();
    }

    @Override
    public VaultPorts ports() {
        return VaultPorts.over(redis.users(), CHAIN);
    }

    @Test
    @Tag("C5")
    void unreadable_rows_are_counted_and_stop_no_scan() {
        List.of("a", "b", "c", "d").forEach(id -> link(account(key(ALICE, GOOGLE, id))));
        link(account(key(BOB, GOOGLE, "z")));
        server.ask(jedis -> jedis.hset(ALICES.accounts(), "google:a", "canary"));
        server.ask(jedis -> jedis.hdel(ALICES.sealed(), "google:b"));
        server.ask(jedis -> jedis.hset(ALICES.accounts(), "canary", "canary"));
        server.ask(jedis -> jedis.hset(bytes(ALICES.accounts()), new byte[] {-1, ':', -2}, bytes("canary")));
        server.ask(jedis -> jedis.set(UserKeys.of(new UserId("strange")).accounts(), "canary"));
        server.ask(jedis -> jedis.hset("omnibridge:{!}:accounts", "google:work", "canary"));

        for (int limit : List.of(1, 3, 100)) {
            ScannedVault<Account> scanned = ScannedVault.of(scan::accounts, limit);
            assertEquals(
                    Set.of("c", "d", "z"),
                    scanned.names(account -> account.key().providerAccountId().value()));
            // A row that a scan finds twice is counted twice, which cannot happen on one page.
            assertTrue(limit == 100 ? scanned.unreadable() == 6 : scanned.unreadable() >= 6);
        }
    }

    @Test
    void credentials_of_another_type_are_counted_and_passed_over() {
        link(account(key(ALICE, GOOGLE, "a")));
        link(account(key(BOB, GOOGLE, "z")));
        server.ask(jedis -> jedis.del(ALICES.sealed()));
        server.ask(jedis -> jedis.set(ALICES.sealed(), "canary"));

        ScannedVault<Account> scanned = ScannedVault.of(scan::accounts, 10);
        assertEquals(
                Set.of("bob"), scanned.names(account -> account.key().owner().value()));
        assertEquals(1, scanned.unreadable());
        assertEquals(new ErasedUser(1, 1), scan.erase(ALICE));
    }

    @Test
    void users_that_can_be_none_are_counted_and_passed_over() {
        link(account(key(BOB, GOOGLE, "work")));
        server.ask(jedis -> jedis.hset("omnibridge:{*}:user", "chain_head_position", "1"));
        server.ask(jedis -> jedis.hset("omnibridge:{IA}:user", "chain_head_position", "1"));

        ScannedVault<UserId> scanned = ScannedVault.of(scan::users, 100);
        assertEquals(Set.of("bob"), scanned.names(UserId::value));
        assertEquals(2, scanned.unreadable());
    }

    @Test
    void erasing_leaves_no_key_and_no_byte_of_the_user() {
        link(account(key(ALICE, GOOGLE, "work")));
        link(account(key(BOB, GOOGLE, "work")));
        server.ask(jedis -> jedis.set(ALICES.auditLog() + "not", "of another"));
        Set<String> before = server.ask(jedis -> jedis.keys("*"));

        scan.erase(ALICE);

        before.removeAll(ALICES.all());
        assertEquals(before, server.ask(jedis -> jedis.keys("*")));
    }

    @Test
    void an_audit_log_after_an_erasure_verifies() {
        link(account(key(ALICE, GOOGLE, "work")));
        link(account(key(BOB, GOOGLE, "work")));
        StoredChainHead bobs = redis.users().head(BOB);

        scan.erase(ALICE);
        link(account(key(ALICE, GOOGLE, "home")));

        assertEquals(1, redis.users().head(ALICE).count());
        VerificationResult result = CHAIN.verify(redis.users().after(ALICE, 0, 10), StoredChainHead.NONE);
        assertInstanceOf(VerificationResult.Intact.class, result);
        assertEquals(bobs, redis.users().head(BOB));
    }

    /** A restarted server has another hash seed, so a former cursor would miss keys. */
    @Test
    @Tag("C5")
    void a_restarted_server_hides_no_user() throws IOException {
        Set<UserId> users = new HashSet<>();
        IntStream.range(0, 200).mapToObj(i -> new UserId("user-" + i)).forEach(user -> {
            users.add(user);
            link(account(key(user, GOOGLE, "work")));
        });
        Set<UserId> found = new HashSet<>();
        ScanPage<UserId> page = scan.users(ScanCursor.START, 100);
        for (int restarts = 0; page.next().isPresent(); restarts++) {
            found.addAll(page.items());
            if (restarts < 3) {
                server.kill();
                server = server.restart();
            }
            page = scan.users(page.next().orElseThrow(), 100);
        }
        found.addAll(page.items());

        assertEquals(users, found);
    }

    @Test
    void forged_cursors_are_refused_or_begin_again() {
        link(account(key(ALICE, GOOGLE, "work")));
        for (String cursor : List.of("x", "-1", "99999999999999999999")) {
            assertThrows(InvalidValue.class, () -> scan.users(position("su", "", "0", "", cursor, "", "0", ""), 1));
        }
        assertThrows(InvalidValue.class, () -> scan.users(position("su", "", "-1", "", "0", "", "0", ""), 1));
        ScanPage<UserId> page = scan.users(position("su", "other", "7", "", "12345", "", "0", ""), 1_000);

        assertTrue(page.items().contains(ALICE));
    }

    private static ScanCursor position(String mark, String... parts) {
        StringBuilder position = new StringBuilder(mark);
        for (String part : parts) {
            position.append('.').append(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(part)));
        }
        return new ScanCursor(position.toString());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
