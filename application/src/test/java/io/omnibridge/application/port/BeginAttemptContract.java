package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.attempt;
import static io.omnibridge.application.port.Samples.caller;
import static java.util.Collections.frequency;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.connect.PinnedProvider;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.identity.UserId;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How attempts begin, how they are found, and when they are removed. */
public interface BeginAttemptContract extends VaultContract {

    int MAX_PENDING = 3;

    @Test
    @Tag("O1")
    default void an_attempt_is_found_by_its_owner_and_by_its_state() {
        ConnectAttempt attempt = begun(ALICE);
        begun(BOB);

        assertEquals(Optional.of(attempt), attempts().find(ALICE, attempt.id()));
        assertEquals(Optional.of(attempt), attempts().findByState(attempt.oauthState()));
        assertEquals(Optional.empty(), attempts().findByState(HashedValue.of("another")));
    }

    @Test
    @Tag("Z1")
    @Tag("O11")
    default void another_users_attempt_is_not_found() {
        ConnectAttempt attempt = begun(ALICE);
        begun(BOB);

        assertEquals(Optional.empty(), attempts().find(BOB, attempt.id()));
        assertEquals(Optional.empty(), attempts().find(new UserId("nobody"), attempt.id()));
    }

    @Test
    default void a_minimal_attempt_is_stored_unchanged() {
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
    @Tag("A23")
    default void open_attempts_are_limited_and_a_refusal_is_counted() {
        IntStream.range(0, MAX_PENDING).forEach(i -> assertTrue(begin(attempt(ALICE, NOW), MAX_PENDING)));
        ConnectAttempt oneMore = attempt(ALICE, NOW);

        assertFalse(begin(oneMore, MAX_PENDING));

        assertEquals(Optional.empty(), attempts().find(ALICE, oneMore.id()));
        assertEquals(Optional.empty(), attempts().findByState(oneMore.oauthState()));
        assertEquals(Collections.nCopies(MAX_PENDING, AuditOutcome.BEGUN), outcomes(ALICE));
        assertEquals(List.of("TOO_MANY_ATTEMPTS 1"), refusals(ALICE));
        assertTrue(begin(attempt(BOB, NOW), MAX_PENDING));
    }

    @Test
    default void finished_and_expired_attempts_do_not_count() {
        ConnectAttempt first = attempt(ALICE, NOW);
        begin(first, 1);

        assertFalse(begin(attempt(ALICE, first.expiresAt().minusMillis(1)), 1));
        ConnectAttempt second = attempt(ALICE, first.expiresAt());
        assertTrue(begin(second, 1));
        assertTrue(proceed(second.failed(AttemptFailure.ACCESS_DENIED)));
        assertTrue(begin(attempt(ALICE, first.expiresAt()), 1));
    }

    @Test
    @Tag("A21")
    default void returned_and_exchanging_attempts_count_as_long_as_they_are_open() {
        ConnectAttempt returned = returned(begun(ALICE));
        proceed(returned);
        assertFalse(begin(attempt(ALICE, LATER.minusMillis(1)), 1));

        proceed(exchanging(returned));
        assertFalse(begin(attempt(ALICE, LATER.minusMillis(1)), 1));
        assertTrue(begin(attempt(ALICE, LATER), 1));
    }

    @Test
    @Tag("A21")
    default void whether_a_user_may_begin_is_asked_without_beginning() {
        AuditedAction action = AuditedAction.of(ActionKind.CONNECT, caller(ALICE), Samples.REQUEST, NOW);
        assertTrue(attempts().mayBegin(1, action));
        assertEquals(List.of(), outcomes(ALICE));

        begun(ALICE);

        assertFalse(attempts().mayBegin(1, action));
        assertEquals(List.of("TOO_MANY_ATTEMPTS 1"), refusals(ALICE));
        assertTrue(attempts().mayBegin(2, action));
    }

    @Test
    @Tag("D6")
    default void a_user_begins_at_most_a_thousand_attempts_an_hour() {
        IntStream.range(0, 1_000).forEach(i -> begin(attempt(ALICE, NOW.plusMillis(i)), Integer.MAX_VALUE));

        assertFalse(begin(attempt(ALICE, NOW.plusMillis(1_000)), Integer.MAX_VALUE));
        assertTrue(begin(attempt(BOB, NOW.plusMillis(1_000)), Integer.MAX_VALUE));
        assertTrue(begin(attempt(ALICE, NOW.plus(Duration.ofHours(1))), Integer.MAX_VALUE));
    }

    @Test
    @Tag("D4")
    default void the_limit_of_pending_attempts_is_exact_under_concurrency() throws Exception {
        begun(ALICE);

        List<Boolean> results = Race.of(8, i -> begin(attempt(ALICE, NOW), MAX_PENDING));

        assertEquals(MAX_PENDING - 1, frequency(results, true));
        assertEquals(MAX_PENDING, frequency(outcomes(ALICE), AuditOutcome.BEGUN));
        assertEquals(List.of("TOO_MANY_ATTEMPTS " + (8 - MAX_PENDING + 1)), refusals(ALICE));
    }

    @Test
    @Tag("D6")
    default void attempts_are_kept_for_an_hour_and_removed_later() {
        ConnectAttempt old = begun(ALICE);
        ConnectAttempt bobs = begun(BOB);
        begin(attempt(ALICE, NOW.plus(Duration.ofMinutes(59))), MAX_PENDING);
        assertEquals(Optional.of(old), attempts().find(ALICE, old.id()));
        assertEquals(Optional.of(bobs), attempts().findByState(bobs.oauthState()));

        begin(attempt(ALICE, NOW.plus(Duration.ofHours(25))), MAX_PENDING);
        assertEquals(Optional.empty(), attempts().find(ALICE, old.id()));
        assertEquals(Optional.empty(), attempts().findByState(old.oauthState()));
    }

    @Test
    default void erasing_a_user_leaves_no_attempt() {
        ConnectAttempt attempt = begun(ALICE);
        ConnectAttempt bobs = begun(BOB);

        assertEquals(new ErasedUser(0, 1), scan().erase(ALICE));

        assertEquals(Optional.empty(), attempts().find(ALICE, attempt.id()));
        assertEquals(Optional.empty(), attempts().findByState(attempt.oauthState()));
        assertFalse(proceed(returned(attempt)));
        assertEquals(Optional.of(bobs), attempts().findByState(bobs.oauthState()));
    }
}
