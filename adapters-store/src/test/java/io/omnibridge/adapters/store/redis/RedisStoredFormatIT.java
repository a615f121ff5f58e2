package io.omnibridge.adapters.store.redis;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.auditlog.ChainInspection;
import io.omnibridge.adapters.store.auditlog.StoredChainHead;
import io.omnibridge.adapters.store.auditlog.UseInspection;
import io.omnibridge.adapters.store.auditlog.VerificationResult;
import io.omnibridge.adapters.store.codec.GoldenFile;
import io.omnibridge.adapters.store.codec.StoredSamples;
import io.omnibridge.adapters.store.spi.DurableStore;
import io.omnibridge.adapters.store.vault.DurableStoreContract;
import io.omnibridge.adapters.store.vault.StoreCannotStart;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.port.Listing;
import io.omnibridge.application.port.SignOutsContract;
import io.omnibridge.application.port.UseSamples;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.lease.SealedLease;
import io.omnibridge.domain.lease.StoredLease;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.use.UseReceipt;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;

/** Redis has the keys, types and fields of the golden file after a sequence of writes, and another version of them is refused. */
class RedisStoredFormatIT extends OneRedis {

    private static final String FORMAT = "omnibridge:format";

    private static final Account LINKED = sealed(StoredSamples.accounts().get(0));
    private static final Account USED = new Account(LINKED.metadata().withUsedAt(LATER), LINKED.credentials());
    private static final ConnectAttempt ATTEMPT = StoredSamples.attempts().get(0);
    private static final PendingRevocation REVOCATION =
            StoredSamples.revocations().get(0);

    private static final StoredLease LEASE = new StoredLease(
            new LeaseId("c".repeat(32)),
            BOB,
            LATER,
            new SealedLease("sealed?>".getBytes(StandardCharsets.UTF_8)),
            0,
            Optional.empty());
    private static final AccountKey READ = key(BOB, GOOGLE, "work:a|b");
    private static final List<UseReceipt> USES =
            List.of(UseSamples.used(READ, NOW), UseSamples.used(READ, LEASE.id(), NOW.plusMillis(1)));

    private static final UserId CAROL = new UserId("carol");

    @Test
    void every_key_is_written_as_in_the_golden_file() {
        link(USED);
        store().updateRefreshState(USED.key(), USED.version(), RefreshState.READY, RefreshState.READY);
        ports().attempts()
                .begin(
                        ATTEMPT,
                        QUOTA,
                        AuditedAction.of(ActionKind.CONNECT, caller(ALICE), REQUEST, NOW)
                                .on(ATTEMPT));
        link(account(LINKED.key()));
        linkAndUnlink(REVOCATION);
        setTimeOfRevocationIndex();
        useAndEndALease();
        ports().signOuts().signOut(CAROL, SignOutsContract.signingOut(CAROL, NOW));

        assertEquals(GoldenFile.lines(RedisStoredFormatIT.class, "keys.txt"), RedisText.of(server));
    }

    /** The second file is of a build whose audit events have no actor. */
    @ParameterizedTest
    @ValueSource(strings = {"keys.txt", "keys-of-audit-format-1.txt"})
    @Tag("S21")
    void every_key_is_read_as_in_the_golden_file(String file) {
        RedisText.write(server, GoldenFile.lines(RedisStoredFormatIT.class, file));

        assertEquals(List.of(USED.metadata()), Listing.all(store(), ALICE));
        assertEquals(Optional.of(USED), store().find(USED.key()));
        assertEquals(Optional.of(ATTEMPT), ports().attempts().findByState(ATTEMPT.oauthState()));
        assertEquals(List.of(REVOCATION), users().pendingRevocations(ALICE));
        assertEquals(
                List.of(AuditOutcome.UNLINKED, AuditOutcome.LINKED, AuditOutcome.BEGUN, AuditOutcome.LINKED),
                outcomes(ALICE));
        assertEquals(
                new VerificationResult.Intact(users().head(ALICE)),
                new ChainInspection(users(), DurableStoreContract.CHAIN).of(ALICE, StoredChainHead.NONE));
        assertEquals(List.of("ACCOUNT_CONNECTED 1"), refusals(ALICE));
    }

    @Test
    void leases_and_uses_are_read_as_in_the_golden_file() {
        RedisText.write(server, GoldenFile.lines(RedisStoredFormatIT.class, "keys.txt"));

        StoredLease ended =
                new StoredLease(LEASE.id(), BOB, LEASE.expiresAt(), LEASE.sealed(), 1, Optional.of(NOW.plusMillis(2)));
        assertEquals(List.of(ended), ports().leases().list(BOB));
        assertEquals(
                List.of(USES.get(1)),
                ports().useLog().list(BOB, AuditPage.FROM_NEWEST, 10).receipts());
        assertEquals(
                new VerificationResult.Intact(users().uses().head(BOB)),
                new UseInspection(users().uses(), DurableStoreContract.CHAIN.uses()).of(BOB, StoredChainHead.NONE));
        assertEquals(List.of(AuditOutcome.ENDED, AuditOutcome.BEGUN), outcomes(BOB));
    }

    @Test
    void a_sign_out_is_read_as_in_the_golden_file() {
        RedisText.write(server, GoldenFile.lines(RedisStoredFormatIT.class, "keys.txt"));

        assertEquals(Optional.of(NOW), ports().signOuts().lastOf(CAROL));
        assertEquals(List.of(AuditOutcome.SIGNED_OUT), outcomes(CAROL));
    }

    private void useAndEndALease() {
        ports().leases().add(LEASE, QUOTA, UseSamples.begin(LEASE, NOW));
        ports().useLog().append(USES.get(0), Optional.empty());
        ports().useLog().append(USES.get(1), UseSamples.count(LEASE, 2));
        ports().useLog().prune(BOB, NOW.plusMillis(1));
        ports().leases().end(BOB, LEASE.id(), UseSamples.end(LEASE, NOW.plusMillis(2)));
    }

    @Test
    void opening_an_empty_redis_names_the_version_of_its_format() {
        server.ask(Jedis::flushAll);
        server.open().close();

        assertEquals("1", server.ask(jedis -> jedis.get(FORMAT)));
    }

    @Test
    void opening_an_existing_store_writes_nothing() {
        server.ask(Jedis::flushAll);
        openExisting().close();

        assertEquals(Set.of(), server.ask(jedis -> jedis.keys("*")));
    }

    @Test
    void a_redis_of_another_format_is_not_opened_and_not_changed() {
        server.ask(jedis -> jedis.set(FORMAT, "2"));

        for (StoreCannotStart refused : List.of(
                assertThrows(StoreCannotStart.class, server::open),
                assertThrows(StoreCannotStart.class, RedisStoredFormatIT::openExisting))) {
            assertTrue(
                    String.valueOf(refused.getMessage()).contains("another version of OmniBridge"),
                    refused.getMessage());
        }
        assertEquals(Set.of(FORMAT), server.ask(jedis -> jedis.keys("*")));
        assertEquals("2", server.ask(jedis -> jedis.get(FORMAT)));
    }

    private void linkAndUnlink(PendingRevocation revocation) {
        Account account = sealed(AccountMetadata.linked(
                revocation.account(),
                revocation.version(),
                Scopes.none(),
                LinkedBy.TOKEN,
                false,
                Optional.empty(),
                NOW));
        link(account);
        store().unlink(account.metadata(), Optional.of(revocation), action(ActionKind.UNLINK, account.key()));
    }

    /** The index of users with pending revocations has the time of the server. */
    private static void setTimeOfRevocationIndex() {
        server.ask(jedis -> jedis.zadd(
                "omnibridge:pending_revocation_users:0", (double) NOW.toEpochMilli(), UserKeys.encoded(ALICE)));
    }

    private static DurableStore openExisting() {
        return RedisStore.openExisting(server.settings(), Clock.systemUTC());
    }

    private static Account sealed(AccountMetadata metadata) {
        return new Account(metadata, new SealedCredentials("sealed?>".getBytes(StandardCharsets.UTF_8)));
    }
}
