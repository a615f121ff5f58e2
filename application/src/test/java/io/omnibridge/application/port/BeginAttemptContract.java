package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.attempt;
import static java.util.Collections.frequency;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.connect.PinnedProvider;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.identity.UserId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How attempts begin, who finds them, and when they go. */
public interface BeginAttemptContract extends VaultContract {

    int MAX_PENDING = 3;

    @Test
    @Tag("O1")
    default void an_attempt_is_found_by_its_owner_and_by_the_browser_that_comes_back() {
        ConnectAttempt attempt = begun(ALICE);
        begun(BOB);

        assertEquals(Optional.of(attempt), attempts().find(ALICE, attempt.id()));
        assertEquals(Optional.of(attempt), attempts().findByState(attempt.oauthState()));
        assertEquals(Optional.empty(), attempts().findByState(HashedValue.of("another")));
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
        IntStream.range(0, MAX_PENDING).forEach(i -> assertTrue(begin(attempt(ALICE, NOW), MAX_PENDING)));
        ConnectAttempt oneMore = attempt(ALICE, NOW);

        assertFalse(begin(oneMore, MAX_PENDING));

        assertEquals(Optional.empty(), attempts().find(ALICE, oneMore.id()));
        assertEquals(Optional.empty(), attempts().findByState(oneMore.oauthState()));
        assertEquals(
                List.of(AuditOutcome.TOO_MANY_ATTEMPTS, AuditOutcome.BEGUN, AuditOutcome.BEGUN, AuditOutcome.BEGUN),
                outcomes(ALICE));
        assertTrue(begin(attempt(BOB, NOW), MAX_PENDING));
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
    @Tag("D6")
    default void a_user_begins_a_thousand_attempts_an_hour_and_no_more() {
        IntStream.range(0, 1_000).forEach(i -> begin(attempt(ALICE, NOW.plusMillis(i)), Integer.MAX_VALUE));

        assertFalse(begin(attempt(ALICE, NOW.plusMillis(1_000)), Integer.MAX_VALUE));
        assertTrue(begin(attempt(BOB, NOW.plusMillis(1_000)), Integer.MAX_VALUE));
        assertTrue(begin(attempt(ALICE, NOW.plus(Duration.ofHours(1))), Integer.MAX_VALUE));
    }

    @Test
    @Tag("D4")
    default void the_most_pending_attempts_are_exact_when_many_begin_at_once() throws Exception {
        begun(ALICE);

        List<Boolean> answers = Race.of(8, i -> begin(attempt(ALICE, NOW), MAX_PENDING));

        assertEquals(MAX_PENDING - 1, frequency(answers, true));
        assertEquals(MAX_PENDING, frequency(outcomes(ALICE), AuditOutcome.BEGUN));
        assertEquals(8 - MAX_PENDING + 1, frequency(outcomes(ALICE), AuditOutcome.TOO_MANY_ATTEMPTS));
    }

    @Test
    @Tag("D6")
    default void attempts_stay_for_an_hour_and_go_when_others_begin_later() {
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
