package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.pendingRevocation;
import static io.omnibridge.domain.revocation.RevocationScope.GRANT;
import static io.omnibridge.domain.revocation.RevocationScope.TOKEN;
import static java.util.Collections.frequency;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.revocation.PendingRevocation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How pending revocations are added, claimed and completed. */
public interface RevocationLifecycleContract extends VaultContract {

    @Test
    @Tag("R10")
    @Tag("U1")
    @Tag("U2")
    default void an_added_revocation_is_scanned_unchanged_and_logged() {
        PendingRevocation revocation = pendingRevocation(account(key(ALICE, GOOGLE, "a|b")), TOKEN);

        assertTrue(add(revocation));

        assertEquals(List.of(revocation), scannedRevocations(10));
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
    }

    @Test
    default void a_revocation_that_is_added_again_exists_once() {
        PendingRevocation revocation = pendingRevocation(account(key(ALICE, GOOGLE, "work")), GRANT);
        add(revocation);

        assertTrue(add(revocation));

        assertEquals(List.of(revocation), scannedRevocations(10));
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
    }

    @Test
    @Tag("O16")
    default void a_revocation_that_would_end_a_linked_grant_is_not_added() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        PendingRevocation other = pendingRevocation(account(key(ALICE, GOOGLE, "home")), GRANT);
        PendingRevocation ofToken = pendingRevocation(account, TOKEN);

        assertFalse(add(pendingRevocation(account, GRANT)));
        assertTrue(add(other));
        assertTrue(add(ofToken));

        assertEquals(List.of(other, ofToken), scannedRevocations(10));
        assertEquals(List.of(AuditOutcome.BEGUN, AuditOutcome.BEGUN, AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("O9")
    default void only_an_unchanged_revocation_is_replaced_without_an_event() {
        PendingRevocation revocation = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        add(revocation);
        PendingRevocation postponed = revocation.afterFailure(LATER.plusSeconds(1));

        assertTrue(pendingRevocations().replace(revocation, postponed));
        assertFalse(pendingRevocations().replace(revocation, revocation.afterFailure(LATER.plusSeconds(2))));
        assertEquals(List.of(postponed), scannedRevocations(10));
        assertTrue(pendingRevocations().replace(postponed, postponed.afterFailure(LATER.plusSeconds(3))));
        PendingRevocation absent = pendingRevocation(account(key(BOB, GOOGLE, "work")), TOKEN);
        assertFalse(pendingRevocations().replace(absent, absent.afterFailure(LATER)));

        assertEquals(2, scannedRevocations(10).get(0).failures());
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
    }

    @Test
    @Tag("D4")
    default void one_of_many_claims_of_a_revocation_succeeds() throws Exception {
        PendingRevocation revocation = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        add(revocation);

        List<Boolean> results = Race.of(
                8, i -> pendingRevocations().replace(revocation, revocation.afterFailure(LATER.plusSeconds(i))));

        assertEquals(1, frequency(results, true));
        assertEquals(
                List.of(revocation.afterFailure(LATER.plusSeconds(results.indexOf(true)))), scannedRevocations(10));
    }

    @Test
    @Tag("O9")
    @Tag("U1")
    @Tag("U2")
    default void a_revocation_is_completed_once_even_if_it_was_changed() {
        PendingRevocation revocation = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        PendingRevocation other = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        add(revocation);
        add(other);
        pendingRevocations().replace(revocation, revocation.afterFailure(LATER));

        assertTrue(complete(revocation));
        assertFalse(complete(revocation));
        assertFalse(complete(pendingRevocation(account(key(BOB, GOOGLE, "work")), TOKEN)));

        assertEquals(List.of(other), scannedRevocations(10));
        assertEquals(List.of(AuditOutcome.REVOKED, AuditOutcome.BEGUN, AuditOutcome.BEGUN), outcomes(ALICE));
        assertEquals(List.of(), outcomes(BOB));
    }

    @Test
    @Tag("D4")
    default void one_of_many_completions_of_a_revocation_succeeds() throws Exception {
        PendingRevocation revocation = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        add(revocation);

        List<Boolean> results = Race.of(8, i -> complete(revocation));

        assertEquals(1, frequency(results, true));
        assertEquals(2, outcomes(ALICE).size());
    }
}
