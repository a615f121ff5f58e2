package io.omnibridge.domain.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefreshMachineTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration MAX_RESPONSE_DELAY = Duration.ofMinutes(10);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofSeconds(40);

    private static RefreshMachine machine(RefreshTokenReuse reuse) {
        return new RefreshMachine(RefreshPolicy.of(reuse, Duration.ZERO));
    }

    private static RefreshMachine graceful() {
        return new RefreshMachine(RefreshPolicy.of(RefreshTokenReuse.KILLS_FAMILY, GRACE));
    }

    private static Calling firstCall(RefreshMachine machine) {
        return machine.claim(RefreshState.READY, NOW).orElseThrow();
    }

    private static Instant after(int seconds) {
        return NOW.plusSeconds(seconds);
    }

    @ParameterizedTest
    @EnumSource
    void a_claim_stores_first_send_and_deadline(RefreshTokenReuse reuse) {
        assertEquals(new Calling(Optional.empty(), NOW, NOW.plus(CALL_TIMEOUT), 0), firstCall(machine(reuse)));
    }

    @Test
    void no_claim_before_the_back_off_ends_or_during_a_call() {
        RefreshMachine machine = machine(RefreshTokenReuse.SAFE);

        assertTrue(machine.claim(new Idle(after(1), 1), NOW).isEmpty());
        assertTrue(machine.claim(new Idle(after(1), 1), after(1)).isPresent());
        assertTrue(machine.claim(firstCall(machine), after(1)).isEmpty());
        assertTrue(machine.claim(new Ended(RefreshEndReason.REVOKED, NOW), after(1))
                .isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("R4")
    void an_unprocessed_call_returns_to_the_former_state(RefreshTokenReuse reuse) {
        RefreshMachine machine = machine(reuse);
        Unknown unknown = new Unknown(NOW, NOW, NOW, 1);
        Calling repeated = new Calling(Optional.of(unknown), NOW, after(20), 1);

        assertEquals(new Idle(after(2), 1), machine.notProcessed(firstCall(machine), NOW, Duration.ZERO));
        assertEquals(new Idle(after(30), 1), machine.notProcessed(firstCall(machine), NOW, Duration.ofSeconds(30)));
        assertEquals(new Unknown(NOW, NOW, after(4), 2), machine.notProcessed(repeated, NOW, Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource
    void invalid_grant_for_a_first_call_means_revoked(RefreshTokenReuse reuse) {
        RefreshMachine machine = machine(reuse);

        assertEquals(new Ended(RefreshEndReason.REVOKED, after(1)), machine.invalidGrant(firstCall(machine), after(1)));
    }

    @Test
    @Tag("R12")
    void an_unknown_outcome_is_a_back_off_where_reuse_is_safe() {
        RefreshMachine machine = machine(RefreshTokenReuse.SAFE);

        assertEquals(new Idle(after(7), 1), machine.outcomeUnknown(firstCall(machine), after(5)));
        assertEquals(new Idle(after(27), 1), machine.applyTimeout(firstCall(machine), Optional.empty(), after(25)));
    }

    @Test
    @Tag("R3")
    void an_unknown_outcome_is_stored_where_reuse_is_not_safe() {
        RefreshMachine machine = machine(RefreshTokenReuse.SINGLE_USE);

        assertEquals(
                new Unknown(after(5), NOW, after(5).plus(MAX_RESPONSE_DELAY), 1),
                machine.outcomeUnknown(firstCall(machine), after(5)));
        assertEquals(
                new Unknown(after(20), NOW, after(20).plus(MAX_RESPONSE_DELAY), 1),
                machine.applyTimeout(firstCall(machine), Optional.empty(), after(20)));
    }

    @Test
    void a_call_stays_a_call_until_its_deadline() {
        RefreshMachine machine = machine(RefreshTokenReuse.KILLS_FAMILY);

        assertEquals(
                firstCall(machine),
                machine.applyTimeout(
                        firstCall(machine), Optional.empty(), after(20).minusMillis(1)));
    }

    @Test
    void a_single_use_token_is_sent_again_once_no_response_can_arrive() {
        RefreshMachine machine = machine(RefreshTokenReuse.SINGLE_USE);
        Unknown unknown = (Unknown) machine.outcomeUnknown(firstCall(machine), NOW);

        assertTrue(machine.claim(unknown, NOW.plus(MAX_RESPONSE_DELAY).minusMillis(1))
                .isEmpty());
        Calling repeated = machine.claim(unknown, NOW.plus(MAX_RESPONSE_DELAY)).orElseThrow();
        assertEquals(
                new Unknown(NOW, NOW, NOW.plus(MAX_RESPONSE_DELAY).plusSeconds(4), 2),
                machine.outcomeUnknown(repeated, NOW.plus(MAX_RESPONSE_DELAY)));
    }

    @Test
    @Tag("R3")
    void a_kills_family_token_is_never_sent_again() {
        RefreshMachine machine = machine(RefreshTokenReuse.KILLS_FAMILY);
        RefreshState unknown = machine.outcomeUnknown(firstCall(machine), after(20));

        for (int seconds = 20; seconds < 4_000; seconds++) {
            assertTrue(machine.claim(unknown, after(seconds)).isEmpty());
        }
    }

    @Test
    void within_the_grace_a_kills_family_token_is_sent_again() {
        RefreshMachine machine = graceful();
        RefreshState unknown = machine.outcomeUnknown(firstCall(machine), after(20));

        assertTrue(machine.claim(unknown, after(21)).isEmpty());
        assertEquals(
                Optional.of(NOW.plus(GRACE)), machine.claim(unknown, after(22)).map(Calling::deadline));
        assertTrue(machine.claim(unknown, after(35)).isPresent());
        assertTrue(machine.claim(unknown, after(36)).isEmpty());
    }

    @Test
    void an_unresolvable_outcome_ends_the_account() {
        RefreshMachine machine = machine(RefreshTokenReuse.KILLS_FAMILY);
        RefreshState unknown = machine.outcomeUnknown(firstCall(machine), NOW);
        Instant end = NOW.plus(MAX_RESPONSE_DELAY);

        assertEquals(unknown, machine.applyTimeout(unknown, Optional.empty(), end.minusMillis(1)));
        assertEquals(
                new Ended(RefreshEndReason.REFRESH_UNKNOWN, end), machine.applyTimeout(unknown, Optional.empty(), end));
        assertEquals(unknown, machine.applyTimeout(unknown, Optional.of(end.plusSeconds(9)), end));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KILLS_FAMILY")
    @Tag("R12")
    void other_unknown_outcomes_do_not_end_the_account(RefreshTokenReuse reuse) {
        RefreshMachine machine = machine(reuse);
        RefreshState unknown = machine.outcomeUnknown(firstCall(machine), NOW);

        assertEquals(unknown, machine.applyTimeout(unknown, Optional.empty(), NOW.plus(Duration.ofDays(9))));
    }

    @Test
    void invalid_grant_for_a_repeated_call_means_unknown() {
        RefreshMachine machine = machine(RefreshTokenReuse.SINGLE_USE);
        RefreshState unknown = machine.outcomeUnknown(firstCall(machine), NOW);
        Calling repeated = machine.claim(unknown, NOW.plus(MAX_RESPONSE_DELAY)).orElseThrow();

        assertEquals(
                RefreshEndReason.REFRESH_UNKNOWN,
                machine.invalidGrant(repeated, NOW.plus(MAX_RESPONSE_DELAY)).reason());
    }

    @Test
    @Tag("R5")
    void a_late_response_is_accepted_unless_revoked() {
        assertTrue(RefreshMachine.acceptsRenewal(RefreshState.READY));
        assertTrue(RefreshMachine.acceptsRenewal(firstCall(graceful())));
        assertTrue(RefreshMachine.acceptsRenewal(graceful().outcomeUnknown(firstCall(graceful()), NOW)));
        assertTrue(RefreshMachine.acceptsRenewal(new Ended(RefreshEndReason.REFRESH_UNKNOWN, NOW)));
        assertTrue(RefreshMachine.acceptsRenewal(new Ended(RefreshEndReason.ACCESS_REFUSED, NOW)));
        assertFalse(RefreshMachine.acceptsRenewal(new Ended(RefreshEndReason.REVOKED, NOW)));
    }
}
