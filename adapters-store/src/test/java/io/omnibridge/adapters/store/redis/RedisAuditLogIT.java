package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.auditlog.LogFault.CHANGED;
import static io.omnibridge.adapters.store.auditlog.LogFault.HEAD_PUT_BACK;
import static io.omnibridge.adapters.store.auditlog.LogFault.TRUNCATED;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.vault.TamperedAuditLogContract;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditOutcome;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.params.XAddParams;

class RedisAuditLogIT extends OneRedis implements TamperedAuditLogContract {

    private static final UserKeys KEYS = UserKeys.of(ALICE);

    /** Knows the audit log as it is at the first use: each test tampers with one that no event follows. */
    private @Nullable WithCommands tampering;

    @Override
    public Tampering tampering() {
        WithCommands known = tampering == null ? new WithCommands() : tampering;
        tampering = known;
        return known;
    }

    @Test
    @Tag("U1")
    void a_write_whose_event_cannot_be_stored_does_not_take_place() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        StoredAuditLog stored = StoredAuditLog.of(server, ALICE);
        server.ask(jedis -> jedis.set(KEYS.auditLog(), "no stream"));

        assertEveryWriteFails(account);
        stored.write();
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("U1")
    void a_server_without_memory_does_none_of_a_write_that_needs_more() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        server.ask(jedis -> jedis.configSet("maxmemory", "1"));
        try {
            assertEveryGrowingWriteFails(account);
        } finally {
            server.ask(jedis -> jedis.configSet("maxmemory", "0"));
        }
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("U1")
    void a_write_whose_account_cannot_be_stored_leaves_no_event() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        server.ask(jedis -> jedis.set(KEYS.sealed(), "no hash"));

        assertThrows(StoreUnavailable.class, () -> unlink(account));
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
        assertEquals(1, users().head(ALICE).count());
    }

    @Test
    @Tag("U3")
    void a_key_of_another_type_is_noticed_and_stops_no_verification() {
        sixEvents();

        server.ask(jedis -> jedis.set(KEYS.user(), "no hash"));
        assertEquals(HEAD_PUT_BACK.at(1), inspect());

        server.ask(jedis -> jedis.set(KEYS.auditLog(), "no stream"));
        assertEquals(CHANGED.at(1), inspect());
    }

    @Test
    @Tag("U3")
    void a_chain_head_that_was_put_back_is_noticed_against_a_head_that_was_kept() {
        link(account(key(ALICE, GOOGLE, "1")));
        byte[] user = KEYS.user().getBytes(StandardCharsets.US_ASCII);
        Map<byte[], byte[]> head = server.ask(jedis -> jedis.hgetAll(user));
        link(account(key(ALICE, GOOGLE, "2")));
        link(account(key(ALICE, GOOGLE, "3")));
        StoredChainHead kept = users().head(ALICE);
        tampering().cutBehind(1);
        server.ask(jedis -> jedis.hset(user, head));

        assertEquals(TRUNCATED.at(2), verify(kept));
        link(account(key(ALICE, GOOGLE, "a")));
        link(account(key(ALICE, GOOGLE, "b")));
        assertEquals(CHANGED.at(3), verify(kept));
    }

    @Test
    @Tag("U3")
    void an_entry_between_two_positions_is_noticed_there() {
        sixEvents();
        addBetween();

        assertEquals(CHANGED.at(7), inspect());
    }

    @Test
    @Tag("U3")
    void an_entry_between_two_positions_is_read_on_whichever_page_it_is() {
        sixEvents();
        addBetween();

        assertEquals(5, users().after(ALICE, 1, 5).size());
        assertThrows(IllegalStateException.class, () -> users().after(ALICE, 6, 5));
    }

    private static void addBetween() {
        server.ask(jedis -> jedis.xadd(
                KEYS.auditLog(), Map.of("kind", "LINK"), XAddParams.xAddParams().id("6-1")));
    }

    /** A stream cannot be changed, but replaced. */
    private static final class WithCommands implements Tampering {

        private final StoredAuditLog untouched = StoredAuditLog.of(server, ALICE);

        @Override
        public List<String> changes() {
            return List.of(
                    "kind=UNLINK",
                    "outcome=UNLINKED",
                    "at=" + (NOW.toEpochMilli() + 1),
                    "client=",
                    "actor=BROWSER,client=",
                    "actor=SERVICE,actor_name=refresh,client=",
                    "actor=",
                    "attempt=" + "a".repeat(32) + ",attempt_provider=google",
                    "account=notion:work",
                    "account=google:other",
                    "account=",
                    "request=request",
                    "mac=" + "x".repeat(32));
        }

        @Override
        public void change(int position, String change) {
            StoredAuditLog changed = untouched;
            for (String field : change.split(",", -1)) {
                String[] fieldAndValue = field.split("=", 2);
                changed = changed.with(position, fieldAndValue[0], fieldAndValue[1]);
            }
            changed.write();
        }

        @Override
        public void restore() {
            untouched.write();
        }

        @Override
        public void swap(int first, int second) {
            untouched.swapped(first, second).write();
        }

        @Override
        public void remove(int position) {
            untouched.without(position).write();
        }

        @Override
        public void cutBehind(int position) {
            untouched.upTo(position).write();
        }

        @Override
        public void putHeadAt(int position) {
            untouched.upTo(position).writeWithHead();
        }

        @Override
        public void removeHead() {
            untouched.removeHead();
        }

        @Override
        public void makeUnreadable(int position) {
            change(position, "kind=WISH");
        }
    }
}
