package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.sealing.SealedAccounts.HOME;
import static io.omnibridge.adapters.store.sealing.SealedAccounts.WORK;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.codec.AccountCodec;
import io.omnibridge.adapters.store.sealing.SealedAtRestContract;
import io.omnibridge.application.port.Listing;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.refresh.RefreshState;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An attacker who can write Redis gains accounts with other metadata, and credentials that do not open. */
class RedisAtRestIT extends OneRedis implements SealedAtRestContract {

    private static final UserKeys KEYS = UserKeys.of(ALICE);

    @Test
    @Tag("C1")
    void an_account_copied_to_another_user_provider_or_account_is_listed_there_and_does_not_open() {
        for (AccountKey to :
                List.of(key(BOB, GOOGLE, "work"), key(ALICE, NOTION, "work"), key(ALICE, GOOGLE, "other"))) {
            copy(KEYS.accounts(), UserKeys.of(to.owner()).accounts(), to);
            copy(KEYS.sealed(), UserKeys.of(to.owner()).sealed(), to);
            assertEquals(to, store().findMetadata(to).orElseThrow().key());
            accounts().assertUnreadable(to);
        }
        accounts().assertOpens(WORK);
    }

    @Test
    @Tag("C1")
    void all_keys_of_a_user_renamed_to_those_of_another_do_not_open() {
        UserKeys bobs = UserKeys.of(BOB);
        server.ask(jedis -> jedis.rename(KEYS.accounts(), bobs.accounts()));
        server.ask(jedis -> jedis.rename(KEYS.sealed(), bobs.sealed()));
        assertEquals(2, Listing.all(store(), BOB).size());
        accounts().assertUnreadable(key(BOB, GOOGLE, "work"));
        assertEquals(List.of(), Listing.all(store(), ALICE));
    }

    @Test
    @Tag("C1")
    void sealed_bytes_put_into_another_field_do_not_open() {
        byte[] homes = sealed(HOME);
        byte[] works = sealed(WORK);
        put(WORK, homes);
        accounts().assertUnreadable(WORK);
        accounts().assertOpens(HOME);
        put(HOME, works);
        accounts().assertUnreadable(HOME);
    }

    @Test
    @Tag("C7")
    void a_version_that_was_changed_does_not_open() {
        change(json -> json.replace("\"generation\":1,", "\"generation\":2,"));
        accounts().assertUnreadable(WORK);
        change(json -> json.replace("\"generation\":2,", "\"generation\":1,").replace("1".repeat(32), "3".repeat(32)));
        accounts().assertUnreadable(WORK);
    }

    @Test
    @Tag("C7")
    void metadata_that_was_changed_is_shown_and_decides_nothing() {
        change(json -> json.replace("TOKEN", "CONNECT").replace("false", "true").replace("mail.read", "everything"));
        AccountMetadata shown = store().findMetadata(WORK).orElseThrow();
        assertEquals(Scopes.of(List.of("everything")), shown.scopes());
        assertTrue(shown.refreshable());
        accounts().assertOpens(WORK);
    }

    @Test
    void an_account_whose_refresh_state_was_changed_and_changed_back_is_stored_as_before() {
        AccountMetadata account = store().findMetadata(WORK).orElseThrow();
        RefreshState claimed = new RefreshState.Calling(Optional.empty(), NOW, NOW, 0);
        String former = json();

        assertTrue(store().updateRefreshState(WORK, account.version(), account.refresh(), claimed));
        assertNotEquals(former, json());
        assertEquals(account.withRefresh(claimed), store().findMetadata(WORK).orElseThrow());

        assertTrue(store().updateRefreshState(WORK, account.version(), claimed, account.refresh()));
        assertEquals(former, json());
        accounts().assertOpens(WORK);
    }

    @Test
    void an_unreadable_value_fails_its_own_user_alone_and_is_not_repeated() {
        accounts().link(key(BOB, GOOGLE, "work"), "3");
        String stored = json();
        for (String value :
                List.of("canary", "", "{\"v\":1}", stored.replace("\"v\":1", "\"v\":2"), stored + "canary")) {
            change(former -> value);
            IllegalStateException fault = assertThrows(IllegalStateException.class, () -> Listing.all(store(), ALICE));
            assertEquals("a value in Redis does not have the form that OmniBridge writes", fault.getMessage());
        }
        assertEquals(1, Listing.all(store(), BOB).size());
    }

    @Test
    @Tag("D2")
    void an_account_whose_credentials_were_evicted_is_a_fault_and_not_a_missing_account() {
        server.ask(jedis -> jedis.del(KEYS.sealed()));
        assertThrows(IllegalStateException.class, () -> store().find(WORK));
    }

    @Test
    @Tag("C2")
    void no_stored_byte_can_be_changed_or_cut_off() {
        byte[] original = sealed(WORK);
        IntStream.range(0, original.length).forEach(i -> {
            byte[] flipped = original.clone();
            flipped[i] ^= 1;
            put(WORK, flipped);
            accounts().assertUnreadable(WORK);
        });
        IntStream.range(1, original.length).forEach(length -> {
            put(WORK, Arrays.copyOf(original, length));
            accounts().assertUnreadable(WORK);
        });
        put(WORK, original);
        accounts().assertOpens(WORK);
    }

    private static void copy(String from, String to, AccountKey key) {
        byte[] value = server.ask(jedis -> jedis.hget(bytes(from), bytes(AccountCodec.name(WORK))));
        server.ask(jedis -> jedis.hset(bytes(to), bytes(AccountCodec.name(key)), value));
    }

    private static byte[] sealed(AccountKey key) {
        return server.ask(jedis -> jedis.hget(bytes(KEYS.sealed()), bytes(AccountCodec.name(key))));
    }

    private static void put(AccountKey key, byte[] sealed) {
        server.ask(jedis -> jedis.hset(bytes(KEYS.sealed()), bytes(AccountCodec.name(key)), sealed));
    }

    private static void change(UnaryOperator<String> change) {
        String changed = change.apply(json());
        server.ask(jedis -> jedis.hset(KEYS.accounts(), AccountCodec.name(WORK), changed));
    }

    private static String json() {
        return server.ask(jedis -> jedis.hget(KEYS.accounts(), AccountCodec.name(WORK)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
