package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.obligation;
import static io.omnibridge.domain.revocation.RevocationScope.GRANT;
import static io.omnibridge.domain.revocation.RevocationScope.TOKEN;
import static java.util.Collections.frequency;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.revocation.Obligation;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How obligations are added, claimed and settled. */
public interface SettlingContract extends VaultContract {

    @Test
    @Tag("R10")
    @Tag("U1")
    @Tag("U2")
    default void an_obligation_that_is_added_is_swept_as_it_is_and_recorded() {
        Obligation owed = obligation(account(key(ALICE, GOOGLE, "a|b")), TOKEN);

        assertTrue(add(owed));

        assertEquals(List.of(owed), sweptObligations(10));
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
    }

    @Test
    default void an_obligation_that_is_added_again_is_there_once() {
        Obligation owed = obligation(account(key(ALICE, GOOGLE, "work")), GRANT);
        add(owed);

        assertTrue(add(owed));

        assertEquals(List.of(owed), sweptObligations(10));
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
    }

    @Test
    @Tag("O16")
    default void what_would_end_a_live_grant_is_not_added() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        Obligation other = obligation(account(key(ALICE, GOOGLE, "home")), GRANT);
        Obligation ofToken = obligation(account, TOKEN);

        assertFalse(add(obligation(account, GRANT)));
        assertTrue(add(other));
        assertTrue(add(ofToken));

        assertEquals(List.of(other, ofToken), sweptObligations(10));
        assertEquals(List.of(AuditOutcome.BEGUN, AuditOutcome.BEGUN, AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("O9")
    default void an_obligation_is_replaced_only_as_it_was_and_nothing_is_recorded() {
        Obligation owed = obligation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        add(owed);
        Obligation postponed = owed.postponedTo(LATER.plusSeconds(1));

        assertTrue(obligations().replace(owed, postponed));
        assertFalse(obligations().replace(owed, owed.postponedTo(LATER.plusSeconds(2))));
        assertEquals(List.of(postponed), sweptObligations(10));
        assertTrue(obligations().replace(postponed, postponed.postponedTo(LATER.plusSeconds(3))));
        Obligation absent = obligation(account(key(BOB, GOOGLE, "work")), TOKEN);
        assertFalse(obligations().replace(absent, absent.postponedTo(LATER)));

        assertEquals(2, sweptObligations(10).get(0).failures());
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
    }

    @Test
    @Tag("D4")
    default void of_many_who_claim_an_obligation_one_does() throws Exception {
        Obligation owed = obligation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        add(owed);

        List<Boolean> answers = Race.of(8, i -> obligations().replace(owed, owed.postponedTo(LATER.plusSeconds(i))));

        assertEquals(1, frequency(answers, true));
        assertEquals(List.of(owed.postponedTo(LATER.plusSeconds(answers.indexOf(true)))), sweptObligations(10));
    }

    @Test
    @Tag("O9")
    @Tag("U1")
    @Tag("U2")
    default void an_obligation_is_settled_once_whatever_became_of_it() {
        Obligation owed = obligation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        Obligation other = obligation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        add(owed);
        add(other);
        obligations().replace(owed, owed.postponedTo(LATER));

        assertTrue(settle(owed));
        assertFalse(settle(owed));
        assertFalse(settle(obligation(account(key(BOB, GOOGLE, "work")), TOKEN)));

        assertEquals(List.of(other), sweptObligations(10));
        assertEquals(List.of(AuditOutcome.REVOKED, AuditOutcome.BEGUN, AuditOutcome.BEGUN), outcomes(ALICE));
        assertEquals(List.of(), outcomes(BOB));
    }

    @Test
    @Tag("D4")
    default void of_many_who_settle_an_obligation_one_does() throws Exception {
        Obligation owed = obligation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        add(owed);

        List<Boolean> answers = Race.of(8, i -> settle(owed));

        assertEquals(1, frequency(answers, true));
        assertEquals(2, outcomes(ALICE).size());
    }
}
