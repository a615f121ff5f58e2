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

/** How obligations are added, claimed and settled. */
public interface RevocationLifecycleContract extends VaultContract {

    @Test
    @Tag("R10")
    @Tag("U1")
    @Tag("U2")
    default void an_obligation_that_is_added_is_swept_as_it_is_and_recorded() {
        PendingRevocation owed = pendingRevocation(account(key(ALICE, GOOGLE, "a|b")), TOKEN);

        assertTrue(add(owed));

        assertEquals(List.of(owed), scannedRevocations(10));
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
    }

    @Test
    default void an_obligation_that_is_added_again_is_there_once() {
        PendingRevocation owed = pendingRevocation(account(key(ALICE, GOOGLE, "work")), GRANT);
        add(owed);

        assertTrue(add(owed));

        assertEquals(List.of(owed), scannedRevocations(10));
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
    }

    @Test
    @Tag("O16")
    default void what_would_end_a_live_grant_is_not_added() {
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
    default void an_obligation_is_replaced_only_as_it_was_and_nothing_is_recorded() {
        PendingRevocation owed = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        add(owed);
        PendingRevocation postponed = owed.afterFailure(LATER.plusSeconds(1));

        assertTrue(pendingRevocations().replace(owed, postponed));
        assertFalse(pendingRevocations().replace(owed, owed.afterFailure(LATER.plusSeconds(2))));
        assertEquals(List.of(postponed), scannedRevocations(10));
        assertTrue(pendingRevocations().replace(postponed, postponed.afterFailure(LATER.plusSeconds(3))));
        PendingRevocation absent = pendingRevocation(account(key(BOB, GOOGLE, "work")), TOKEN);
        assertFalse(pendingRevocations().replace(absent, absent.afterFailure(LATER)));

        assertEquals(2, scannedRevocations(10).get(0).failures());
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
    }

    @Test
    @Tag("D4")
    default void of_many_who_claim_an_obligation_one_does() throws Exception {
        PendingRevocation owed = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        add(owed);

        List<Boolean> answers =
                Race.of(8, i -> pendingRevocations().replace(owed, owed.afterFailure(LATER.plusSeconds(i))));

        assertEquals(1, frequency(answers, true));
        assertEquals(List.of(owed.afterFailure(LATER.plusSeconds(answers.indexOf(true)))), scannedRevocations(10));
    }

    @Test
    @Tag("O9")
    @Tag("U1")
    @Tag("U2")
    default void an_obligation_is_settled_once_whatever_became_of_it() {
        PendingRevocation owed = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        PendingRevocation other = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        add(owed);
        add(other);
        pendingRevocations().replace(owed, owed.afterFailure(LATER));

        assertTrue(complete(owed));
        assertFalse(complete(owed));
        assertFalse(complete(pendingRevocation(account(key(BOB, GOOGLE, "work")), TOKEN)));

        assertEquals(List.of(other), scannedRevocations(10));
        assertEquals(List.of(AuditOutcome.REVOKED, AuditOutcome.BEGUN, AuditOutcome.BEGUN), outcomes(ALICE));
        assertEquals(List.of(), outcomes(BOB));
    }

    @Test
    @Tag("D4")
    default void of_many_who_settle_an_obligation_one_does() throws Exception {
        PendingRevocation owed = pendingRevocation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        add(owed);

        List<Boolean> answers = Race.of(8, i -> complete(owed));

        assertEquals(1, frequency(answers, true));
        assertEquals(2, outcomes(ALICE).size());
    }
}
