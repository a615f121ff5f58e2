package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.sealing.SealedAccounts;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.refresh.RefreshState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** What somebody gains who can write Redis: accounts that show something else, and credentials that do not open. */
class RedisAtRestIT {

    private static final AccountKey WORK = key(ALICE, GOOGLE, "work");
    private static final AccountKey HOME = key(ALICE, GOOGLE, "home");
    private static final UserKeys KEYS = UserKeys.of(ALICE);

    private static RedisProcess server;

    private RedisStore redis;
    private TokenStore store;
    private SealedAccounts accounts;

    @BeforeAll
    static void start() throws IOException {
        server = RedisProcess.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void open() {
        server.ask(Jedis::flushAll);
        redis = server.open();
        store = redis.tokenStore(CHAIN);
        accounts = new SealedAccounts(store);
        accounts.link(WORK, "1");
        accounts.link(HOME, "2");
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void what_nobody_touched_opens() {
        accounts.assertOpens(WORK);
        accounts.assertOpens(HOME);
    }

    @Test
    @Tag("C1")
    void an_account_copied_to_another_user_provider_or_account_is_listed_there_and_does_not_open() {
        for (AccountKey to :
                List.of(key(BOB, GOOGLE, "work"), key(ALICE, NOTION, "work"), key(ALICE, GOOGLE, "other"))) {
            copy(KEYS.accounts(), UserKeys.of(to.owner()).accounts(), to);
            copy(KEYS.sealed(), UserKeys.of(to.owner()).sealed(), to);
            assertEquals(to, store.findMetadata(to).orElseThrow().key());
            accounts.assertUnreadable(to);
        }
        accounts.assertOpens(WORK);
    }

    @Test
    @Tag("C1")
    void all_keys_of_a_user_renamed_to_those_of_another_do_not_open() {
        UserKeys bobs = UserKeys.of(BOB);
        server.ask(jedis -> jedis.rename(KEYS.accounts(), bobs.accounts()));
        server.ask(jedis -> jedis.rename(KEYS.sealed(), bobs.sealed()));
        assertEquals(2, store.list(BOB).size());
        accounts.assertUnreadable(key(BOB, GOOGLE, "work"));
        assertEquals(List.of(), store.list(ALICE));
    }

    @Test
    @Tag("C1")
    void sealed_bytes_put_into_another_field_do_not_open() {
        byte[] homes = sealed(HOME);
        byte[] works = sealed(WORK);
        put(WORK, homes);
        accounts.assertUnreadable(WORK);
        accounts.assertOpens(HOME);
        put(HOME, works);
        accounts.assertUnreadable(HOME);
    }

    @Test
    @Tag("C7")
    void a_version_that_was_changed_does_not_open() {
        change(value -> value.replace("1".repeat(32) + "\n1\n", "1".repeat(32) + "\n2\n"));
        accounts.assertUnreadable(WORK);
        change(value -> value.replace("1".repeat(32) + "\n2\n", "3".repeat(32) + "\n1\n"));
        accounts.assertUnreadable(WORK);
    }

    @Test
    @Tag("C7")
    void metadata_that_was_changed_is_shown_and_decides_nothing() {
        change(value -> value.replace("TOKEN\nfalse", "CONNECT\ntrue").replace("mail.read", "everything"));
        AccountMetadata shown = store.findMetadata(WORK).orElseThrow();
        assertEquals(Scopes.of(List.of("everything")), shown.scopes());
        accounts.assertOpens(WORK);
    }

    @Test
    @Tag("C5")
    void what_a_link_leaves_is_as_the_version_before_writes_and_reads_it() {
        String value = server.ask(jedis -> jedis.hget(KEYS.accounts(), AccountEntry.field(WORK)));

        assertEquals(9, value.split("\n", -1).length);
        assertTrue(value.startsWith("1\n" + "1".repeat(32) + "\n1\nTOKEN\nfalse\n"));
    }

    @Test
    @Tag("C5")
    void an_account_that_was_moved_is_written_in_the_next_format_and_in_the_former_one_when_it_is_back() {
        AccountMetadata account = store.findMetadata(WORK).orElseThrow();
        RefreshState claimed = new RefreshState.Calling(Optional.empty(), NOW, NOW, 0);
        String former = server.ask(jedis -> jedis.hget(KEYS.accounts(), AccountEntry.field(WORK)));

        assertTrue(store.updateRefreshState(WORK, account.version(), account.refresh(), claimed));
        String moved = server.ask(jedis -> jedis.hget(KEYS.accounts(), AccountEntry.field(WORK)));
        assertTrue(moved.startsWith("2\n") && moved.split("\n", -1).length == 11);
        assertEquals(account.withRefresh(claimed), store.findMetadata(WORK).orElseThrow());

        assertTrue(store.updateRefreshState(WORK, account.version(), claimed, account.refresh()));
        assertEquals(former, server.ask(jedis -> jedis.hget(KEYS.accounts(), AccountEntry.field(WORK))));
        accounts.assertOpens(WORK);
    }

    @Test
    void what_no_version_of_omnibridge_wrote_fails_its_own_user_alone_and_repeats_nothing() {
        accounts.link(key(BOB, GOOGLE, "work"), "3");
        for (String value : List.of("canary", "", "2\ncanary", "1\ncanary\n1\nTOKEN\nfalse\n\n1\n1\n")) {
            change(former -> value);
            IllegalStateException fault = assertThrows(IllegalStateException.class, () -> store.list(ALICE));
            assertEquals("a value in Redis is not as OmniBridge writes it", fault.getMessage());
        }
        assertEquals(1, store.list(BOB).size());
    }

    @Test
    @Tag("D2")
    void an_account_whose_credentials_were_evicted_is_a_fault_and_not_a_missing_account() {
        server.ask(jedis -> jedis.del(KEYS.sealed()));
        assertThrows(IllegalStateException.class, () -> store.find(WORK));
    }

    @Test
    @Tag("C2")
    void no_byte_of_what_is_stored_can_be_changed_or_cut_off() {
        byte[] original = sealed(WORK);
        IntStream.range(0, original.length).forEach(i -> {
            byte[] flipped = original.clone();
            flipped[i] ^= 1;
            put(WORK, flipped);
            accounts.assertUnreadable(WORK);
        });
        IntStream.range(1, original.length).forEach(length -> {
            put(WORK, Arrays.copyOf(original, length));
            accounts.assertUnreadable(WORK);
        });
        put(WORK, original);
        accounts.assertOpens(WORK);
    }

    private static void copy(String from, String to, AccountKey key) {
        byte[] value = server.ask(jedis -> jedis.hget(bytes(from), bytes(AccountEntry.field(WORK))));
        server.ask(jedis -> jedis.hset(bytes(to), bytes(AccountEntry.field(key)), value));
    }

    private static byte[] sealed(AccountKey key) {
        return server.ask(jedis -> jedis.hget(bytes(KEYS.sealed()), bytes(AccountEntry.field(key))));
    }

    private static void put(AccountKey key, byte[] sealed) {
        server.ask(jedis -> jedis.hset(bytes(KEYS.sealed()), bytes(AccountEntry.field(key)), sealed));
    }

    private static void change(UnaryOperator<String> change) {
        String field = AccountEntry.field(WORK);
        String value = server.ask(jedis -> jedis.hget(KEYS.accounts(), field));
        server.ask(jedis -> jedis.hset(KEYS.accounts(), field, change.apply(value)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
