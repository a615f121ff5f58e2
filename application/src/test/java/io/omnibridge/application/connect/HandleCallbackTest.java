package io.omnibridge.application.connect;

import static io.omnibridge.application.connect.ConnectFixture.ISSUER;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptState;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.credentials.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HandleCallbackTest {

    private final ConnectFixture fixture = new ConnectFixture();
    private final ConnectAttempt begun = fixture.begun().attempt();

    private HandleCallbackCommand command(
            ProviderId provider, Optional<String> code, Optional<String> error, Optional<String> issuer) {
        return new HandleCallbackCommand(provider, fixture.states.get(0), code, error, issuer);
    }

    private ConnectAttempt stored() {
        return fixture.attempts.stored(begun.id());
    }

    @Test
    @Tag("U2")
    void a_callback_gives_a_ticket_and_stores_only_its_hash() {
        CallbackResult.Returned returned = fixture.returned();
        AttemptState.Returned state = (AttemptState.Returned) stored().state();

        assertTrue(state.ticket().matches(returned.ticket()));
        assertEquals(NOW.plus(Duration.ofMinutes(2)), state.until());
        assertEquals(
                Optional.of(new Secret("code")), fixture.attempts.open(stored()).code());
        assertEquals(ConnectFixture.RETURN_TO, returned.to().orElseThrow().url());
        assertEquals(List.of(AuditOutcome.RETURNED), fixture.attempts.outcomes);
        assertFalse(returned.toString().contains(returned.ticket()));
    }

    @Test
    @Tag("O1")
    @Tag("O12")
    void a_replayed_callback_gives_no_ticket_and_changes_nothing() {
        fixture.returned();
        ConnectAttempt before = stored();

        assertInstanceOf(CallbackResult.NotCurrent.class, fixture.handle(fixture.codeOfLast()));
        assertEquals(before, stored());
    }

    @Test
    @Tag("O1")
    void an_attempt_expires_after_ten_minutes() {
        fixture.now = NOW.plus(Duration.ofMinutes(10));

        assertInstanceOf(CallbackResult.NotCurrent.class, fixture.handle(fixture.codeOfLast()));
    }

    @Test
    @Tag("O13")
    void a_state_is_invalid_at_another_provider() {
        assertInstanceOf(
                CallbackResult.NotCurrent.class,
                fixture.handle(command(NOTION, Optional.of("code"), Optional.empty(), Optional.of(ISSUER))));
        assertEquals(begun, stored());
    }

    @Test
    @Tag("O3")
    void another_issuer_is_refused() {
        assertRefused(
                AttemptFailure.WRONG_ISSUER,
                command(GOOGLE, Optional.of("code"), Optional.empty(), Optional.of("https://evil.example")));
    }

    @Test
    @Tag("O3")
    void a_missing_issuer_is_refused_where_one_is_always_returned() {
        assertRefused(
                AttemptFailure.WRONG_ISSUER, command(GOOGLE, Optional.of("code"), Optional.empty(), Optional.empty()));
    }

    @Test
    void a_missing_issuer_is_accepted_where_none_is_promised() {
        fixture.issuerReturned = false;
        fixture.begun();
        String state = fixture.states.get(1);

        assertInstanceOf(
                CallbackResult.Returned.class,
                fixture.handle(new HandleCallbackCommand(
                        GOOGLE, state, Optional.of("code"), Optional.empty(), Optional.empty())));
    }

    @Test
    @Tag("O7")
    void access_denied_fails_the_attempt() {
        assertRefused(
                AttemptFailure.ACCESS_DENIED,
                command(GOOGLE, Optional.empty(), Optional.of("access_denied"), Optional.of(ISSUER)));
    }

    @Test
    @Tag("O7")
    void another_error_fails_the_attempt_as_the_providers() {
        assertRefused(
                AttemptFailure.PROVIDER_ERROR,
                command(GOOGLE, Optional.empty(), Optional.of("<b>server_error"), Optional.of(ISSUER)));
    }

    @Test
    @Tag("O7")
    void a_malformed_code_fails_the_attempt_and_code_with_error_is_refused() {
        assertThrows(InvalidValue.class, () -> command(GOOGLE, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThrows(InvalidValue.class, () -> command(GOOGLE, Optional.of("c"), Optional.of("e"), Optional.empty()));
        assertRefused(
                AttemptFailure.UNUSABLE_ANSWER,
                command(GOOGLE, Optional.of("a b\n"), Optional.empty(), Optional.of(ISSUER)));
    }

    @Test
    void an_unacknowledged_callback_is_read_again() {
        fixture.attempts.isNextAcknowledgementLost = true;

        assertInstanceOf(CallbackResult.Returned.class, fixture.handle(fixture.codeOfLast()));
    }

    private void assertRefused(AttemptFailure reason, HandleCallbackCommand command) {
        CallbackResult result = fixture.handle(command);

        assertEquals(reason, ((CallbackResult.Refused) result).reason());
        assertEquals(new AttemptState.Failed(reason), stored().state());
        assertEquals(Optional.empty(), stored().secrets());
    }
}
