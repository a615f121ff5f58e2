package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.attempt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.HashedValue;
import io.omnibridge.domain.connect.SealedAttempt;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An attempt proceeds from each revision at most once. */
public interface AttemptTransitionContract extends VaultContract {

    @Test
    @Tag("U2")
    default void an_attempt_proceeds_through_every_state() {
        ConnectAttempt attempt = begun(ALICE);
        Optional<SealedAttempt> kept = Optional.of(new SealedAttempt(new byte[] {1, 2, 3}));
        AttemptState.Returned returned = new AttemptState.Returned(HashedValue.of("ticket"), LATER, 0);

        ConnectAttempt next = attempt.nextRevision(returned, kept);
        assertProceeds(next);
        next = next.nextRevision(new AttemptState.Returned(returned.ticket(), LATER, 4), kept);
        assertProceeds(next);
        next = next.nextRevision(new AttemptState.Exchanging(LATER), Optional.empty());
        assertProceeds(next);
        assertProceeds(
                next.nextRevision(new AttemptState.Completed(new ProviderAccountId("a|b"), false), Optional.empty()));
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
        assertEquals(Optional.of(returned), attempts().findByState(attempt.oauthState()));
        assertEquals(List.of(AuditOutcome.RETURNED, AuditOutcome.BEGUN), outcomes(ALICE));
        assertEquals(List.of(), outcomes(BOB));
    }

    /** Twenty threads, each trying five times. */
    @Test
    @Tag("O1")
    @Tag("O12")
    @Tag("O14")
    @Tag("D4")
    default void one_of_a_hundred_concurrent_changes_of_a_revision_happens() throws Exception {
        ConnectAttempt returned = returned(begun(ALICE));
        proceed(returned);
        ConnectAttempt exchanging = exchanging(returned);

        List<Long> took = Race.of(
                20, i -> IntStream.range(0, 5).filter(j -> proceed(exchanging)).count());

        assertEquals(1, took.stream().mapToLong(Long::longValue).sum());
        assertEquals(3, outcomes(ALICE).size());
    }

    private void assertProceeds(ConnectAttempt next) {
        assertTrue(proceed(next));
        assertEquals(Optional.of(next), attempts().find(next.owner(), next.id()));
        assertEquals(Optional.of(next), attempts().findByState(next.oauthState()));
    }
}
