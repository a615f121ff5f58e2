package io.omnibridge.domain.refresh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.refresh.RefreshState.Calling;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Reason;
import io.omnibridge.domain.refresh.RefreshState.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers of the steps are those of the protocol. */
class RefreshMachineTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration H = Duration.ofMinutes(10);
    private static final Duration BUDGET = Duration.ofSeconds(20);
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
    void step_1_a_claim_says_when_the_token_is_first_sent_and_when_the_call_has_ended(RefreshTokenReuse reuse) {
        assertEquals(new Calling(Optional.empty(), NOW, NOW.plus(BUDGET), 0), firstCall(machine(reuse)));
    }

    @Test
    void step_1_nobody_claims_before_the_back_off_has_passed_or_while_somebody_calls() {
        RefreshMachine machine = machine(RefreshTokenReuse.SAFE);

        assertTrue(machine.claim(new Idle(after(1), 1), NOW).isEmpty());
        assertTrue(machine.claim(new Idle(after(1), 1), after(1)).isPresent());
        assertTrue(machine.claim(firstCall(machine), after(1)).isEmpty());
        assertTrue(machine.claim(new Ended(Reason.REVOKED, NOW), after(1)).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    @Tag("R4")
    void steps_2_and_4_what_was_not_consumed_leads_back_to_where_it_came_from(RefreshTokenReuse reuse) {
        RefreshMachine machine = machine(reuse);
        Unknown doubt = new Unknown(NOW, NOW, NOW, 1);
        Calling repeated = new Calling(Optional.of(doubt), NOW, after(20), 1);

        assertEquals(new Idle(after(2), 1), machine.notProcessed(firstCall(machine), NOW, Duration.ZERO));
        assertEquals(new Idle(after(30), 1), machine.notProcessed(firstCall(machine), NOW, Duration.ofSeconds(30)));
        assertEquals(new Unknown(NOW, NOW, after(4), 2), machine.notProcessed(repeated, NOW, Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource
    void step_5_a_refusal_at_the_first_send_is_definite(RefreshTokenReuse reuse) {
        RefreshMachine machine = machine(reuse);

        assertEquals(new Ended(Reason.REVOKED, after(1)), machine.invalidGrant(firstCall(machine), after(1)));
    }

    @Test
    @Tag("R12")
    void steps_6_and_7_doubt_is_a_back_off_where_retrying_is_safe() {
        RefreshMachine machine = machine(RefreshTokenReuse.SAFE);

        assertEquals(new Idle(after(7), 1), machine.outcomeUnknown(firstCall(machine), after(5)));
        assertEquals(new Idle(after(27), 1), machine.applyTimeout(firstCall(machine), Optional.empty(), after(25)));
    }

    @Test
    @Tag("R3")
    void steps_6_and_7_doubt_is_written_down_where_it_is_not() {
        RefreshMachine machine = machine(RefreshTokenReuse.SINGLE_USE);

        assertEquals(
                new Unknown(after(5), NOW, after(5).plus(H), 1), machine.outcomeUnknown(firstCall(machine), after(5)));
        assertEquals(
                new Unknown(after(20), NOW, after(20).plus(H), 1),
                machine.applyTimeout(firstCall(machine), Optional.empty(), after(20)));
    }

    @Test
    void step_7_a_call_is_a_call_until_its_deadline() {
        RefreshMachine machine = machine(RefreshTokenReuse.KILLS_FAMILY);

        assertEquals(
                firstCall(machine),
                machine.applyTimeout(
                        firstCall(machine), Optional.empty(), after(20).minusMillis(1)));
    }

    @Test
    void step_8_a_single_use_token_is_sent_again_when_no_answer_can_come_and_then_with_back_off() {
        RefreshMachine machine = machine(RefreshTokenReuse.SINGLE_USE);
        Unknown doubt = (Unknown) machine.outcomeUnknown(firstCall(machine), NOW);

        assertTrue(machine.claim(doubt, NOW.plus(H).minusMillis(1)).isEmpty());
        Calling repeated = machine.claim(doubt, NOW.plus(H)).orElseThrow();
        assertEquals(
                new Unknown(NOW, NOW, NOW.plus(H).plusSeconds(4), 2), machine.outcomeUnknown(repeated, NOW.plus(H)));
    }

    @Test
    @Tag("R3")
    void step_8_a_token_whose_use_kills_its_family_is_never_sent_again() {
        RefreshMachine machine = machine(RefreshTokenReuse.KILLS_FAMILY);
        RefreshState doubt = machine.outcomeUnknown(firstCall(machine), after(20));

        for (int seconds = 20; seconds < 4_000; seconds++) {
            assertTrue(machine.claim(doubt, after(seconds)).isEmpty());
        }
    }

    @Test
    void step_8_within_a_grace_it_is_sent_again_while_the_answer_can_still_arrive_in_it() {
        RefreshMachine machine = graceful();
        RefreshState doubt = machine.outcomeUnknown(firstCall(machine), after(20));

        assertTrue(machine.claim(doubt, after(21)).isEmpty());
        assertEquals(
                Optional.of(NOW.plus(GRACE)), machine.claim(doubt, after(22)).map(Calling::deadline));
        assertTrue(machine.claim(doubt, after(35)).isPresent());
        assertTrue(machine.claim(doubt, after(36)).isEmpty());
    }

    @Test
    void step_9_hopeless_doubt_ends_an_account_when_neither_an_answer_nor_an_access_token_is_left() {
        RefreshMachine machine = machine(RefreshTokenReuse.KILLS_FAMILY);
        RefreshState doubt = machine.outcomeUnknown(firstCall(machine), NOW);
        Instant end = NOW.plus(H);

        assertEquals(doubt, machine.applyTimeout(doubt, Optional.empty(), end.minusMillis(1)));
        assertEquals(new Ended(Reason.REFRESH_UNKNOWN, end), machine.applyTimeout(doubt, Optional.empty(), end));
        assertEquals(doubt, machine.applyTimeout(doubt, Optional.of(end.plusSeconds(9)), end));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KILLS_FAMILY")
    @Tag("R12")
    void step_9_no_other_doubt_ends_an_account(RefreshTokenReuse reuse) {
        RefreshMachine machine = machine(reuse);
        RefreshState doubt = machine.outcomeUnknown(firstCall(machine), NOW);

        assertEquals(doubt, machine.applyTimeout(doubt, Optional.empty(), NOW.plus(Duration.ofDays(9))));
    }

    @Test
    void step_10_a_refusal_at_a_repeated_send_leaves_it_unknown() {
        RefreshMachine machine = machine(RefreshTokenReuse.SINGLE_USE);
        RefreshState doubt = machine.outcomeUnknown(firstCall(machine), NOW);
        Calling repeated = machine.claim(doubt, NOW.plus(H)).orElseThrow();

        assertEquals(
                Reason.REFRESH_UNKNOWN,
                machine.invalidGrant(repeated, NOW.plus(H)).reason());
    }

    @Test
    @Tag("R5")
    void step_11_a_late_answer_is_taken_in_any_state_but_revoked() {
        assertTrue(RefreshMachine.acceptsRenewal(RefreshState.READY));
        assertTrue(RefreshMachine.acceptsRenewal(firstCall(graceful())));
        assertTrue(RefreshMachine.acceptsRenewal(graceful().outcomeUnknown(firstCall(graceful()), NOW)));
        assertTrue(RefreshMachine.acceptsRenewal(new Ended(Reason.REFRESH_UNKNOWN, NOW)));
        assertTrue(RefreshMachine.acceptsRenewal(new Ended(Reason.ACCESS_REFUSED, NOW)));
        assertFalse(RefreshMachine.acceptsRenewal(new Ended(Reason.REVOKED, NOW)));
    }
}
