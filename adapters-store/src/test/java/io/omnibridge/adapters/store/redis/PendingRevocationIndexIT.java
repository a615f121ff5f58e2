package io.omnibridge.adapters.store.redis;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.store.scan.ScannedVault;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests of the index of users who may have pending revocations: who is in it, and when a user is removed. */
class PendingRevocationIndexIT extends OneRedis {

    private static final String ALICES = UserKeys.encoded(ALICE);

    private static final PendingRevocation ALICES_REVOCATION =
            pendingRevocation(account(key(ALICE, GOOGLE, "work")), RevocationScope.TOKEN);

    @Test
    void a_user_without_revocations_stays_while_a_write_may_be_under_way() {
        PendingRevocation pending = added(ALICES_REVOCATION);
        ports().pendingRevocations()
                .complete(pending, action(ActionKind.REVOKE, pending.account()).withOutcome(AuditOutcome.REVOKED));

        scanned();
        assertTrue(isIndexed());
        long hourAgo = (System.currentTimeMillis() - 3_601_000) * 1_000;
        server.ask(jedis -> jedis.zadd(index(), (double) hourAgo, ALICES));
        scanned();
        assertTrue(!isIndexed());
    }

    @Test
    void a_user_with_a_revocation_stays_however_old_the_place_is() {
        PendingRevocation pending = added(ALICES_REVOCATION);
        server.ask(jedis -> jedis.zadd(index(), 1, ALICES));

        assertEquals(
                Set.of(pending.id().value()),
                scanned().names(found -> found.id().value()));
        assertTrue(isIndexed());
    }

    @Test
    @Tag("C5")
    void unreadable_rows_are_counted_and_stop_no_scan() {
        PendingRevocation pending = added(ALICES_REVOCATION);
        added(pendingRevocation(account(key(BOB, GOOGLE, "work")), RevocationScope.TOKEN));
        server.ask(jedis -> jedis.hset(UserKeys.of(ALICE).user(), "pending_revocation:canary", "canary"));
        server.ask(jedis -> jedis.set(UserKeys.of(BOB).user(), "canary"));
        server.ask(jedis -> jedis.zadd(index(), 2, "!"));

        ScannedVault<PendingRevocation> scanned = scanned();
        assertEquals(
                Set.of(pending.id().value()), scanned.names(found -> found.id().value()));
        assertEquals(3, scanned.unreadable());
    }

    @Test
    void erasing_leaves_no_byte_of_the_user_in_any_key() {
        ConnectAttempt attempt = attempt(ALICE, NOW);
        ports().attempts().begin(attempt, 1, action(ActionKind.CONNECT, key(ALICE, GOOGLE, "work")));
        added(ALICES_REVOCATION);

        ports().scan().erase(ALICE);

        assertEquals(Set.of("omnibridge:format"), server.ask(jedis -> jedis.keys("*")));
    }

    @Test
    @Tag("D6")
    void keys_of_attempts_expire() {
        ports().attempts().begin(attempt(ALICE, NOW), 1, action(ActionKind.CONNECT, key(ALICE, GOOGLE, "work")));

        Set<String> going = server.ask(jedis -> jedis.keys("*")).stream()
                .filter(name -> server.ask(jedis -> jedis.pttl(name)) > 3_600_000)
                .collect(Collectors.toSet());
        assertEquals(4, going.size());
        UserKeys alices = UserKeys.of(ALICE);
        assertTrue(going.containsAll(List.of(alices.attempts(), alices.attemptsByBegin(), alices.attemptsPending())));
    }

    private PendingRevocation added(PendingRevocation pending) {
        assertTrue(ports().pendingRevocations().add(pending, action(ActionKind.REVOKE, pending.account())));
        return pending;
    }

    private ScannedVault<PendingRevocation> scanned() {
        return ScannedVault.of(ports().scan()::pendingRevocations, 100);
    }

    private static boolean isIndexed() {
        return server.ask(jedis -> jedis.zscore(index(), ALICES)) != null;
    }

    private static String index() {
        return "omnibridge:pending_revocation_users:" + Math.floorMod("alice".hashCode(), PendingRevocationIndex.PARTS);
    }
}
