package io.omnibridge.adapters.store.redis;

import static io.omnibridge.adapters.store.redis.RedisProcess.CHAIN;
import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.VaultPorts;
import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.StoreContract;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.XAddParams;

/** The record in Redis: nothing changes without it, and nobody changes it unnoticed. */
class RedisAuditLogIT implements StoreContract {

    private static final UserKeys KEYS = UserKeys.of(ALICE);

    private static final byte[] HEAD = KEYS.user().getBytes(StandardCharsets.US_ASCII);

    private static RedisProcess server;

    private DurableStore redis;

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
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Override
    public TokenStore store() {
        return VaultPorts.over(redis.users(), CHAIN).accounts();
    }

    @Override
    public AuditLog auditLog() {
        return VaultPorts.over(redis.users(), CHAIN).auditLog();
    }

    @Test
    @Tag("U1")
    void what_cannot_be_recorded_does_not_take_place() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        StoredAuditLog record = StoredAuditLog.of(server, ALICE);
        server.ask(jedis -> jedis.set(KEYS.auditLog(), "no stream"));
        assertEveryWriteFails(account);
        record.write();
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("U1")
    void a_server_without_memory_does_none_of_a_write() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        server.ask(jedis -> jedis.configSet("maxmemory", "1"));
        try {
            assertEveryWriteFails(account);
        } finally {
            server.ask(jedis -> jedis.configSet("maxmemory", "0"));
        }
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("U1")
    void nothing_is_recorded_that_cannot_take_place() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        server.ask(jedis -> jedis.set(KEYS.sealed(), "no hash"));
        assertThrows(StoreUnavailable.class, () -> unlink(account));
        assertEquals(List.of(AuditOutcome.LINKED), outcomes(ALICE));
        assertEquals(1, redis.users().head(ALICE).count());
    }

    @Test
    @Tag("U3")
    void a_record_that_only_the_store_wrote_is_intact() {
        StoredChainHead head = sixEvents();
        assertEquals(new VerificationResult.Intact(head), verify(head));
        assertEquals(6, head.count());
        assertEquals(StoredChainHead.NONE, redis.users().head(BOB));
    }

    @Test
    @Tag("U3")
    void something_else_in_the_place_of_a_head_or_a_record_is_noticed_and_ends_no_inspection() {
        sixEvents();
        ChainInspection inspection = new ChainInspection(redis.users(), CHAIN);

        server.ask(jedis -> jedis.set(KEYS.user(), "no hash"));
        assertEquals(VerificationResult.Fault.HEAD_PUT_BACK.at(1), inspection.of(ALICE, StoredChainHead.NONE));

        server.ask(jedis -> jedis.set(KEYS.auditLog(), "no stream"));
        assertEquals(VerificationResult.Fault.CHANGED.at(1), inspection.of(ALICE, StoredChainHead.NONE));
    }

    @Test
    @Tag("U2")
    void every_field_of_an_event_is_noticed_when_changed() {
        StoredChainHead head = sixEvents();
        StoredAuditLog untouched = StoredAuditLog.of(server, ALICE);
        for (List<String> change : List.of(
                List.of("kind", "UNLINK"),
                List.of("outcome", "UNLINKED"),
                List.of("at", Long.toString(NOW.toEpochMilli() + 1)),
                List.of("client", ""),
                List.of("account", "notion:work"),
                List.of("account", "google:other"),
                List.of("account", ""),
                List.of("request", "request"),
                List.of("mac", "x".repeat(32)))) {
            untouched.with(3, change.get(0), change.get(1)).write();
            assertEquals(VerificationResult.Fault.CHANGED.at(3), verify(head), change.get(0));
        }
        untouched.write();
        assertEquals(new VerificationResult.Intact(head), verify(head));
    }

    @Test
    @Tag("U3")
    void reordered_events_are_noticed() {
        StoredChainHead head = sixEvents();
        StoredAuditLog.of(server, ALICE).swapped(2, 3).write();
        assertEquals(VerificationResult.Fault.REORDERED.at(2), verify(head));
    }

    @Test
    @Tag("U3")
    void a_removed_event_is_noticed() {
        StoredChainHead head = sixEvents();
        StoredAuditLog.of(server, ALICE).without(4).write();
        assertEquals(VerificationResult.Fault.MISSING.at(4), verify(head));
    }

    @Test
    @Tag("U3")
    void a_truncated_record_is_noticed_against_the_head_in_redis() {
        sixEvents();
        StoredAuditLog.of(server, ALICE).without(6).without(5).write();
        assertEquals(
                VerificationResult.Fault.TRUNCATED.at(5), verify(redis.users().head(ALICE)));
    }

    @Test
    @Tag("U3")
    void a_record_truncated_together_with_its_head_is_noticed_against_a_head_that_was_kept() {
        link(account(key(ALICE, GOOGLE, "1")));
        Map<byte[], byte[]> old = server.ask(jedis -> jedis.hgetAll(HEAD));
        link(account(key(ALICE, GOOGLE, "2")));
        link(account(key(ALICE, GOOGLE, "3")));
        StoredChainHead kept = redis.users().head(ALICE);
        StoredAuditLog.of(server, ALICE).without(3).without(2).write();
        server.ask(jedis -> jedis.hset(HEAD, old));
        assertEquals(VerificationResult.Fault.TRUNCATED.at(2), verify(kept));
        link(account(key(ALICE, GOOGLE, "a")));
        link(account(key(ALICE, GOOGLE, "b")));
        assertEquals(VerificationResult.Fault.CHANGED.at(3), verify(kept));
    }

    @Test
    @Tag("U3")
    void a_head_that_was_removed_while_the_events_are_there_is_noticed() {
        sixEvents();
        server.ask(jedis -> jedis.del(HEAD));

        assertEquals(VerificationResult.Fault.HEAD_PUT_BACK.at(1), inspect());
    }

    @Test
    @Tag("U3")
    void what_cannot_be_read_or_stands_between_two_positions_is_noticed_where_it_stands() {
        StoredChainHead head = sixEvents();
        assertEquals(new VerificationResult.Intact(head), inspect());
        StoredAuditLog untouched = StoredAuditLog.of(server, ALICE);

        untouched.with(4, "kind", "WISH").write();
        assertEquals(VerificationResult.Fault.CHANGED.at(4), inspect());

        untouched.write();
        server.ask(jedis -> jedis.xadd(
                KEYS.auditLog(), Map.of("kind", "LINK"), XAddParams.xAddParams().id("6-1")));
        assertEquals(VerificationResult.Fault.CHANGED.at(7), inspect());
    }

    @Test
    @Tag("U3")
    void what_stands_between_two_positions_is_read_whichever_page_it_is_on() {
        sixEvents();
        server.ask(jedis -> jedis.xadd(
                KEYS.auditLog(), Map.of("kind", "LINK"), XAddParams.xAddParams().id("6-1")));

        assertEquals(5, redis.users().after(ALICE, 1, 5).size());
        assertThrows(IllegalStateException.class, () -> redis.users().after(ALICE, 6, 5));
    }

    private VerificationResult inspect() {
        return new ChainInspection(redis.users(), CHAIN).of(ALICE, StoredChainHead.NONE);
    }

    private void assertEveryWriteFails(Account account) {
        assertThrows(StoreUnavailable.class, () -> link(account(key(ALICE, GOOGLE, "home"))));
        assertThrows(StoreUnavailable.class, () -> link(account(account.key())));
        assertThrows(StoreUnavailable.class, () -> renew(account, renewed(account, LATER)));
        assertThrows(StoreUnavailable.class, () -> unlink(account));
        assertEquals(List.of(account.metadata()), store().list(ALICE));
        assertEquals(Optional.of(account), store().find(account.key()));
        assertEquals(1, redis.users().head(ALICE).count());
    }

    /** Of changes, refusals, and what the record itself was asked to keep. */
    private StoredChainHead sixEvents() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        Account renewed = renewed(account, LATER);
        link(account);
        renew(account, renewed);
        link(account(key(ALICE, GOOGLE, "home")), 1);
        link(account(key(ALICE, GOOGLE, "home")));
        unlink(renewed);
        assertFalse(unlink(renewed));
        AuditedAction action =
                AuditedAction.on(account.key(), AuditedAction.Kind.UNLINK, caller(ALICE), new RequestId("last"), NOW);
        auditLog().append(action.withOutcome(AuditOutcome.NOT_FOUND));
        return redis.users().head(ALICE);
    }

    private VerificationResult verify(StoredChainHead kept) {
        return CHAIN.verify(redis.users().after(ALICE, 0, 100), kept);
    }
}
