package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.QUOTA;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static java.util.Collections.frequency;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.PinnedProvider;
import io.omnibridge.domain.connect.Proof;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.identity.UserId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every {@link ConnectAttempts} must do. */
@Tag("D3")
public interface ConnectAttemptsContract extends VaultContract {

    int MOST_PENDING = 3;

    @Test
    @Tag("O1")
    default void an_attempt_is_found_by_its_owner_and_by_the_browser_that_comes_back() {
        ConnectAttempt attempt = begun(ALICE);
        begun(BOB);

        assertEquals(Optional.of(attempt), attempts().find(ALICE, attempt.id()));
        assertEquals(Optional.of(attempt), attempts().findReturning(attempt.oauthState()));
        assertEquals(Optional.empty(), attempts().findReturning(Proof.of("another")));
    }

    @Test
    @Tag("Z1")
    @Tag("O11")
    default void somebody_elses_attempt_is_as_absent_as_none() {
        ConnectAttempt attempt = begun(ALICE);
        begun(BOB);

        assertEquals(Optional.empty(), attempts().find(BOB, attempt.id()));
        assertEquals(Optional.empty(), attempts().find(new UserId("nobody"), attempt.id()));
    }

    @Test
    default void an_attempt_of_little_is_kept_as_it_is() {
        ConnectAttempt full = attempt(ALICE, NOW);
        ConnectAttempt attempt = new ConnectAttempt(
                full.id(),
                ALICE,
                1,
                GOOGLE,
                new PinnedProvider(Optional.empty(), false, URI.create("http://127.0.0.1:1/t"), "c"),
                Scopes.none(),
                Optional.empty(),
                full.oauthState(),
                Optional.of(new SealedAttempt(new byte[] {0, -1, 10})),
                new AttemptState.Pending(),
                NOW,
                LATER);
        begin(attempt, 1);

        assertEquals(Optional.of(attempt), attempts().find(ALICE, attempt.id()));
    }

    @Test
    @Tag("U1")
    @Tag("U2")
    default void a_user_has_no_more_pending_attempts_than_allowed_and_the_refusal_is_recorded() {
        IntStream.range(0, MOST_PENDING).forEach(i -> assertTrue(begin(attempt(ALICE, NOW), MOST_PENDING)));
        ConnectAttempt oneMore = attempt(ALICE, NOW);

        assertFalse(begin(oneMore, MOST_PENDING));

        assertEquals(Optional.empty(), attempts().find(ALICE, oneMore.id()));
        assertEquals(Optional.empty(), attempts().findReturning(oneMore.oauthState()));
        assertEquals(
                List.of(AuditOutcome.TOO_MANY_ATTEMPTS, AuditOutcome.BEGUN, AuditOutcome.BEGUN, AuditOutcome.BEGUN),
                outcomes(ALICE));
        assertTrue(begin(attempt(BOB, NOW), MOST_PENDING));
    }

    @Test
    default void what_is_not_pending_any_more_or_has_expired_does_not_count() {
        ConnectAttempt first = attempt(ALICE, NOW);
        begin(first, 1);

        assertFalse(begin(attempt(ALICE, first.expiresAt().minusMillis(1)), 1));
        ConnectAttempt second = attempt(ALICE, first.expiresAt());
        assertTrue(begin(second, 1));
        assertTrue(proceed(second.failed(AttemptFailure.ACCESS_DENIED)));
        assertTrue(begin(attempt(ALICE, first.expiresAt()), 1));
    }

    @Test
    @Tag("D4")
    default void the_most_pending_attempts_are_exact_when_many_begin_at_once() throws Exception {
        begun(ALICE);

        List<Boolean> answers = Race.of(8, i -> begin(attempt(ALICE, NOW), MOST_PENDING));

        assertEquals(MOST_PENDING - 1, frequency(answers, true));
        assertEquals(MOST_PENDING, frequency(outcomes(ALICE), AuditOutcome.BEGUN));
        assertEquals(8 - MOST_PENDING + 1, frequency(outcomes(ALICE), AuditOutcome.TOO_MANY_ATTEMPTS));
    }

    @Test
    @Tag("U2")
    default void an_attempt_proceeds_through_every_state_with_what_it_keeps() {
        ConnectAttempt attempt = begun(ALICE);
        Optional<SealedAttempt> kept = Optional.of(new SealedAttempt(new byte[] {1, 2, 3}));
        AttemptState.Returned returned = new AttemptState.Returned(Proof.of("ticket"), LATER, 0);

        ConnectAttempt next = attempt.proceedTo(returned, kept);
        assertProceeds(next);
        next = next.proceedTo(new AttemptState.Returned(returned.ticket(), LATER, 4), kept);
        assertProceeds(next);
        next = next.proceedTo(new AttemptState.Exchanging(LATER), Optional.empty());
        assertProceeds(next);
        assertProceeds(
                next.proceedTo(new AttemptState.Completed(new ProviderAccountId("a|b"), false), Optional.empty()));
        for (AttemptFailure failure : AttemptFailure.values()) {
            assertProceeds(begun(BOB).failed(failure));
        }
        assertEquals(5, outcomes(ALICE).size());
    }

    @Test
    @Tag("O1")
    @Tag("O12")
    default void an_attempt_proceeds_from_each_revision_once() {
        ConnectAttempt attempt = begun(ALICE);
        ConnectAttempt returned = returned(attempt);
        assertTrue(proceed(returned));

        assertFalse(proceed(returned));
        assertFalse(proceed(attempt.failed(AttemptFailure.ACCESS_DENIED)));
        assertFalse(proceed(returned.failed(AttemptFailure.ACCESS_DENIED).failed(AttemptFailure.ACCESS_DENIED)));
        assertFalse(proceed(returned(attempt(ALICE, NOW))));
        assertFalse(proceed(returned(attempt(BOB, NOW))));

        assertEquals(Optional.of(returned), attempts().find(ALICE, attempt.id()));
        assertEquals(Optional.of(returned), attempts().findReturning(attempt.oauthState()));
        assertEquals(List.of(AuditOutcome.RETURNED, AuditOutcome.BEGUN), outcomes(ALICE));
        assertEquals(List.of(), outcomes(BOB));
    }

    /** Twenty at once, each of them five times. */
    @Test
    @Tag("O1")
    @Tag("O12")
    @Tag("O14")
    @Tag("D4")
    default void of_a_hundred_who_proceed_from_one_revision_one_does() throws Exception {
        ConnectAttempt returned = returned(begun(ALICE));
        proceed(returned);
        ConnectAttempt exchanging = exchanging(returned);

        List<Long> took = Race.of(
                20, i -> IntStream.range(0, 5).filter(j -> proceed(exchanging)).count());

        assertEquals(1, took.stream().mapToLong(Long::longValue).sum());
        assertEquals(3, outcomes(ALICE).size());
    }

    @Test
    @Tag("O14")
    @Tag("U1")
    @Tag("U2")
    default void completing_links_the_account_and_completes_the_attempt_in_one_step() {
        ConnectAttempt exchanging = exchangingOf(ALICE);
        Account account = connected("work");

        assertEquals(Optional.of(new LinkResult.Linked(account.metadata())), complete(exchanging, account, QUOTA));

        assertEquals(Optional.of(account), store().find(account.key()));
        assertEquals(new AttemptState.Completed(account.key().providerAccountId(), true), stateOf(exchanging));
        assertEquals(AuditOutcome.LINKED, outcomes(ALICE).get(0));
        assertEquals(4, outcomes(ALICE).size());
    }

    @Test
    default void completing_replaces_what_was_linked_before() {
        Account former = account(key(ALICE, GOOGLE, "work"));
        link(former);
        ConnectAttempt exchanging = exchangingOf(ALICE);
        Account account = connected("work");

        assertEquals(Optional.of(new LinkResult.Replaced(account.metadata())), complete(exchanging, account, 1));

        assertEquals(Optional.of(account), store().find(account.key()));
        assertEquals(new AttemptState.Completed(account.key().providerAccountId(), false), stateOf(exchanging));
    }

    @Test
    default void a_link_that_the_quota_refuses_fails_the_attempt_in_the_same_step() {
        link(account(key(ALICE, GOOGLE, "home")));
        ConnectAttempt exchanging = exchangingOf(ALICE);

        assertEquals(Optional.of(new LinkResult.QuotaExceeded()), complete(exchanging, connected("work"), 1));

        assertEquals(Optional.empty(), store().find(key(ALICE, GOOGLE, "work")));
        assertEquals(new AttemptState.Failed(AttemptFailure.QUOTA_EXCEEDED), stateOf(exchanging));
        assertEquals(AuditOutcome.QUOTA_EXCEEDED, outcomes(ALICE).get(0));
    }

    @Test
    @Tag("O14")
    default void an_attempt_that_is_not_where_it_was_links_nothing() {
        ConnectAttempt exchanging = exchangingOf(ALICE);
        proceed(exchanging.failed(AttemptFailure.CODE_REFUSED));
        int events = outcomes(ALICE).size();

        assertEquals(Optional.empty(), complete(exchanging, connected("work"), QUOTA));
        assertEquals(Optional.empty(), complete(exchanging(returned(attempt(ALICE, NOW))), connected("work"), QUOTA));

        assertEquals(List.of(), store().list(ALICE));
        assertEquals(events, outcomes(ALICE).size());
    }

    @Test
    @Tag("O14")
    @Tag("D4")
    default void of_many_who_complete_at_once_one_does() throws Exception {
        ConnectAttempt exchanging = exchangingOf(ALICE);

        List<Boolean> answers = Race.of(
                8, i -> complete(exchanging, connected("account-" + i), QUOTA).isPresent());

        assertEquals(1, frequency(answers, true));
        assertEquals(List.of(key(ALICE, GOOGLE, "account-" + answers.indexOf(true))), keys(ALICE));
        assertEquals(4, outcomes(ALICE).size());
    }

    @Test
    @Tag("D6")
    default void attempts_stay_for_an_hour_and_go_when_others_begin_later() {
        ConnectAttempt old = begun(ALICE);
        ConnectAttempt bobs = begun(BOB);
        begin(attempt(ALICE, NOW.plus(Duration.ofMinutes(59))), MOST_PENDING);
        assertEquals(Optional.of(old), attempts().find(ALICE, old.id()));
        assertEquals(Optional.of(bobs), attempts().findReturning(bobs.oauthState()));

        begin(attempt(ALICE, NOW.plus(Duration.ofHours(25))), MOST_PENDING);
        assertEquals(Optional.empty(), attempts().find(ALICE, old.id()));
        assertEquals(Optional.empty(), attempts().findReturning(old.oauthState()));
    }

    @Test
    default void erasing_a_user_leaves_no_attempt() {
        ConnectAttempt attempt = begun(ALICE);
        ConnectAttempt bobs = begun(BOB);

        assertEquals(new ErasedUser(0, 1), sweep().erase(ALICE));

        assertEquals(Optional.empty(), attempts().find(ALICE, attempt.id()));
        assertEquals(Optional.empty(), attempts().findReturning(attempt.oauthState()));
        assertFalse(proceed(returned(attempt)));
        assertEquals(Optional.of(bobs), attempts().findReturning(bobs.oauthState()));
    }

    private ConnectAttempt begun(UserId owner) {
        ConnectAttempt attempt = attempt(owner, NOW);
        assertTrue(begin(attempt, QUOTA));
        return attempt;
    }

    private ConnectAttempt exchangingOf(UserId owner) {
        ConnectAttempt returned = returned(begun(owner));
        assertTrue(proceed(returned));
        assertTrue(proceed(exchanging(returned)));
        return exchanging(returned);
    }

    private static ConnectAttempt returned(ConnectAttempt attempt) {
        return attempt.proceedTo(new AttemptState.Returned(Proof.of("ticket"), LATER, 0), attempt.secrets());
    }

    private static ConnectAttempt exchanging(ConnectAttempt returned) {
        return returned.proceedTo(new AttemptState.Exchanging(LATER), Optional.empty());
    }

    private static Account connected(String id) {
        return account(key(ALICE, GOOGLE, id), LinkedBy.CONNECT, NOW);
    }

    private boolean begin(ConnectAttempt attempt, int mostPending) {
        return attempts().begin(attempt, mostPending, action(attempt));
    }

    private boolean proceed(ConnectAttempt next) {
        return attempts().proceed(next, action(next).concluded(AuditOutcome.RETURNED));
    }

    private void assertProceeds(ConnectAttempt next) {
        assertTrue(proceed(next));
        assertEquals(Optional.of(next), attempts().find(next.owner(), next.id()));
        assertEquals(Optional.of(next), attempts().findReturning(next.oauthState()));
    }

    private Optional<LinkResult> complete(ConnectAttempt exchanging, Account account, int quota) {
        return attempts().complete(exchanging, account, quota, Optional.empty(), action(exchanging));
    }

    private AttemptState stateOf(ConnectAttempt attempt) {
        ConnectAttempt stored = attempts().find(attempt.owner(), attempt.id()).orElseThrow();
        assertEquals(Optional.empty(), stored.secrets());
        assertEquals(attempt.revision() + 1, stored.revision());
        return stored.state();
    }

    private static AuditedAction action(ConnectAttempt attempt) {
        return AuditedAction.of(AuditedAction.Kind.CONNECT, caller(attempt.owner()), Samples.REQUEST, NOW);
    }
}
