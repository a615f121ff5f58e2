package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.obligation;
import static io.omnibridge.application.port.Samples.renewed;
import static io.omnibridge.domain.revocation.RevocationScope.GRANT;
import static io.omnibridge.domain.revocation.RevocationScope.TOKEN;
import static java.util.Collections.frequency;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.Proof;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.Obligation;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link Obligations} must do, and every other port where it makes, cancels, sweeps and erases obligations. */
@Tag("D3")
public interface ObligationsContract extends VaultContract {

    SealedToken RESEALED_TOKEN = new SealedToken(new byte[] {0, 1, -1, 13, 10});

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
    default void an_unlink_and_what_it_owes_are_one_step() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        Obligation owed = obligation(account, GRANT);

        assertFalse(unlink(renewed(account, LATER), Optional.of(owed)));
        assertEquals(List.of(), sweptObligations(10));

        assertTrue(unlink(account, Optional.of(owed)));
        assertEquals(Optional.empty(), store().find(account.key()));
        assertEquals(List.of(owed), sweptObligations(10));
        assertEquals(List.of(AuditOutcome.UNLINKED, AuditOutcome.LINKED), outcomes(ALICE));
    }

    @Test
    @Tag("O16")
    default void a_link_cancels_what_would_end_its_grant_and_nothing_else() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        link(account);
        unlink(account, Optional.of(obligation(account, GRANT)));
        add(obligation(account, GRANT));
        Obligation ofToken = obligation(account, TOKEN);
        Obligation ofOther = obligation(account(key(ALICE, GOOGLE, "work2")), GRANT);
        Obligation ofOtherProvider = obligation(account(key(ALICE, NOTION, "work")), GRANT);
        Obligation bobs = obligation(account(key(BOB, GOOGLE, "work")), GRANT);
        List<Obligation> staying = List.of(ofToken, ofOther, ofOtherProvider, bobs);
        staying.forEach(this::add);

        link(account(account.key()));

        assertEquals(staying, sweptObligations(10));
    }

    @Test
    @Tag("O16")
    default void a_link_that_is_refused_cancels_nothing() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        Obligation owed = obligation(account, GRANT);
        add(owed);

        link(account, 0);

        assertEquals(List.of(owed), sweptObligations(10));
    }

    @Test
    default void a_replacement_owes_the_credentials_that_it_replaces_and_no_others() {
        Account account = account(key(ALICE, GOOGLE, "work"));
        assertEquals(List.of(), owedByLink(account, obligation(account, TOKEN)));
        Account second = account(account.key());
        Obligation owed = obligation(account, TOKEN);
        assertEquals(List.of(owed), owedByLink(second, owed));
        Account third = account(account.key());
        assertEquals(List.of(owed), owedByLink(third, obligation(account, TOKEN)));
        assertEquals(List.of(owed), owedByLink(account(account.key()), obligation(third, GRANT)));
    }

    @Test
    @Tag("O16")
    default void a_completed_attempt_cancels_and_owes_as_a_link_does() {
        Account former = account(key(ALICE, GOOGLE, "work"));
        Obligation cancelled = obligation(former, GRANT);
        add(cancelled);
        assertEquals(List.of(), owedByCompletion(Optional.empty()));
        Account connected = store().find(former.key()).orElseThrow();
        Obligation owed = obligation(connected, TOKEN);

        assertEquals(List.of(owed), owedByCompletion(Optional.of(owed)));
    }

    @Test
    @Tag("O16")
    @Tag("D4")
    default void a_link_and_what_would_end_its_grant_never_both_remain() throws Exception {
        for (int round = 0; round < 20; round++) {
            Account account = account(key(ALICE, GOOGLE, "account-" + round));
            Obligation owed = obligation(account, GRANT);

            Race.of(2, i -> i == 0 ? add(owed) : link(account) instanceof LinkResult.Linked);

            assertEquals(List.of(), sweptObligations(10));
        }
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

    @Test
    @Tag("C5")
    default void resealing_changes_the_sealed_token_and_nothing_else() {
        Obligation owed = obligation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        Obligation other = obligation(account(key(BOB, GOOGLE, "work")), TOKEN);
        add(owed);
        add(other);

        assertTrue(sweep().reseal(owed, RESEALED_TOKEN));

        Obligation resealed = owed.sealedAnew(RESEALED_TOKEN);
        assertEquals(List.of(resealed, other), sweptObligations(10));
        assertEquals(List.of(AuditOutcome.BEGUN), outcomes(ALICE));
        assertFalse(sweep().reseal(owed, RESEALED_TOKEN));
        assertTrue(obligations().replace(resealed, resealed.postponedTo(LATER)));
        assertFalse(sweep().reseal(resealed, owed.sealed()));
        settle(owed);
        assertFalse(sweep().reseal(resealed.postponedTo(LATER), owed.sealed()));
    }

    @Test
    @Tag("C5")
    default void a_sweep_goes_on_in_another_process_and_meets_every_obligation() {
        Set<Obligation> owed = new HashSet<>();
        IntStream.range(0, 12).forEach(i -> {
            UserId user = new UserId(i % 2 == 0 ? "{" + i + "}:head" : "user." + i);
            owed.add(obligation(account(key(user, GOOGLE, "work")), TOKEN));
            owed.add(obligation(account(key(user, NOTION, "work")), GRANT));
        });
        owed.forEach(this::add);

        for (int limit : List.of(1, 5, 10_000)) {
            Set<Obligation> met = new HashSet<>();
            Optional<SweepPosition> position = Optional.of(SweepPosition.START);
            for (int turn = 0; position.isPresent(); turn++) {
                SweepPosition printed = new SweepPosition(position.get().value());
                SweepPage<Obligation> page =
                        (turn % 2 == 0 ? sweep() : sweepOfAnotherProcess()).obligations(printed, limit);
                met.addAll(page.items());
                position = page.next();
            }
            assertEquals(owed, met);
        }
    }

    @Test
    default void obligations_that_come_and_go_hide_none_that_stay() {
        List<Obligation> staying = new ArrayList<>();
        IntStream.range(0, 6)
                .forEach(i -> staying.add(obligation(account(key(new UserId("user-" + i), GOOGLE, "work")), TOKEN)));
        staying.forEach(this::add);
        Set<Obligation> met = new HashSet<>();

        Optional<SweepPosition> position = Optional.of(SweepPosition.START);
        for (int page = 0; position.isPresent() && page < 1_000; page++) {
            UserId user = new UserId("user-" + page % 6);
            Obligation passing = obligation(account(key(user, NOTION, "work")), TOKEN);
            if (page < 30) {
                add(passing);
            }
            SweepPage<Obligation> swept = sweep().obligations(position.get(), 1);
            met.addAll(swept.items());
            settle(passing);
            position = swept.next();
        }

        assertTrue(met.containsAll(staying));
        assertEquals(staying, sweptObligations(3));
    }

    @Test
    default void a_position_among_others_is_none_among_obligations() {
        link(account(key(ALICE, GOOGLE, "work")));
        link(account(key(BOB, GOOGLE, "work")));
        SweepPosition account = sweep().accounts(SweepPosition.START, 1).next().orElseThrow();

        assertThrows(InvalidValue.class, () -> sweep().obligations(account, 1));
        for (String malformed : List.of("junk", "o", "o.a", "io.!.", "io.YQ.YQ", "START", "0")) {
            assertThrows(InvalidValue.class, () -> sweep().obligations(new SweepPosition(malformed), 1), malformed);
        }
    }

    @Test
    @Tag("O17")
    default void erasing_a_user_leaves_no_obligation() {
        Obligation owed = obligation(account(key(ALICE, GOOGLE, "work")), TOKEN);
        Obligation bobs = obligation(account(key(BOB, GOOGLE, "work")), TOKEN);
        add(owed);
        add(bobs);

        assertEquals(new ErasedUser(0, 1), sweep().erase(ALICE));

        assertEquals(List.of(bobs), sweptObligations(10));
        assertFalse(settle(owed));
        assertTrue(add(owed));
        assertEquals(List.of(owed, bobs), sweptObligations(10));
    }

    private List<Obligation> owedByLink(Account account, Obligation owed) {
        store().link(account, QUOTA, Optional.of(owed), action(AuditedAction.Kind.LINK, account.key()));
        return sweptObligations(10);
    }

    private List<Obligation> owedByCompletion(Optional<Obligation> owed) {
        AuditedAction action = action(AuditedAction.Kind.CONNECT, key(ALICE, GOOGLE, "work"));
        ConnectAttempt attempt = attempt(ALICE, NOW);
        ConnectAttempt returned =
                attempt.proceedTo(new AttemptState.Returned(Proof.of("ticket"), LATER, 0), attempt.secrets());
        ConnectAttempt exchanging = returned.proceedTo(new AttemptState.Exchanging(LATER), Optional.empty());
        attempts().begin(attempt, QUOTA, action);
        attempts().proceed(returned, action.concluded(AuditOutcome.RETURNED));
        attempts().proceed(exchanging, action.concluded(AuditOutcome.EXCHANGING));
        Account account = account(key(ALICE, GOOGLE, "work"), LinkedBy.CONNECT, NOW);
        attempts().complete(exchanging, account, QUOTA, owed, action);
        return sweptObligations(10);
    }

    private boolean add(Obligation owed) {
        return obligations().add(owed, action(AuditedAction.Kind.REVOKE, owed.account()));
    }

    private boolean settle(Obligation owed) {
        return obligations()
                .settle(owed, action(AuditedAction.Kind.REVOKE, owed.account()).concluded(AuditOutcome.REVOKED));
    }

    private boolean unlink(Account account, Optional<Obligation> owed) {
        return store().unlink(account.metadata(), owed, action(AuditedAction.Kind.UNLINK, account.key()));
    }
}
