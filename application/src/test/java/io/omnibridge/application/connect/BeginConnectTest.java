package io.omnibridge.application.connect;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.NOTION;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.caller;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.when;

import io.omnibridge.application.limit.CallLimits;
import io.omnibridge.application.limit.CallPermit;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.Samples;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.connect.AttemptStatus;
import io.omnibridge.domain.connect.HashedValue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BeginConnectTest {

    private final ConnectFixture fixture = new ConnectFixture();

    @Test
    @Tag("O1")
    void each_attempt_has_a_new_state_and_stores_only_its_hash() {
        BeginResult.Begun first = fixture.begun();
        fixture.begun();

        assertEquals(HashedValue.of(fixture.states.get(0)), first.attempt().oauthState());
        assertNotEquals(fixture.states.get(0), fixture.states.get(1));
        assertEquals(NOW.plus(Duration.ofMinutes(10)), first.attempt().expiresAt());
    }

    @Test
    @Tag("O2")
    void verifier_and_nonce_are_random_and_sealed() {
        BeginResult.Begun begun = fixture.begun();

        assertTrue(fixture.authorized.get(0).verifier().isPresent());
        assertTrue(fixture.authorized.get(0).nonce().isPresent());
        assertEquals(fixture.authorized.get(0), fixture.attempts.open(begun.attempt()));
    }

    @Test
    void fewer_scopes_are_accepted_and_openid_is_added() {
        BeginResult begun = fixture.begin(ALICE, Optional.of(Scopes.parse("mail.read")), Optional.empty());

        assertEquals(
                List.of("openid", "mail.read"),
                ((BeginResult.Begun) begun).attempt().scopes().values());
    }

    @Test
    void other_scopes_and_other_providers_are_refused() {
        assertInstanceOf(
                BeginResult.ScopesRefused.class,
                fixture.begin(ALICE, Optional.of(Scopes.parse("mail.read mail.send")), Optional.empty()));
        when(fixture.catalogue.find(GOOGLE)).thenReturn(Optional.empty());
        assertInstanceOf(BeginResult.UnknownProvider.class, fixture.begin(ALICE, Optional.empty(), Optional.empty()));
        assertTrue(fixture.attempts.attempts.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/connected/",
                "https://app.example/connected?x",
                "https://APP.example/connected",
                "https://evil.example/connected",
                "https://app.example/%63onnected"
            })
    @Tag("O6")
    void a_return_url_has_to_equal_an_allowed_one(String url) {
        assertInstanceOf(
                BeginResult.ReturnToRefused.class,
                fixture.begin(ALICE, Optional.empty(), Optional.of(URI.create(url))));
    }

    @Test
    @Tag("S26")
    void a_return_url_of_another_client_is_refused_like_an_unknown_one() {
        Optional<URI> limited = Optional.of(ConnectFixture.LIMITED_RETURN_TO);

        assertInstanceOf(BeginResult.ReturnToRefused.class, fixture.begin(ALICE, Optional.empty(), limited));
        assertTrue(fixture.attempts.attempts.isEmpty());
    }

    @Test
    @Tag("C23")
    void without_a_page_that_shows_the_ticket_a_return_url_is_required() {
        fixture.showsTicket = false;

        assertEquals(new BeginResult.ReturnToRequired(1), fixture.begin(ALICE, Optional.empty(), Optional.empty()));
        assertTrue(fixture.attempts.attempts.isEmpty());
        assertInstanceOf(BeginResult.Begun.class, fixture.begun());
    }

    @Test
    void a_user_has_at_most_twenty_pending_attempts() {
        for (int i = 0; i < 20; i++) {
            fixture.begun();
        }

        assertInstanceOf(BeginResult.TooManyAttempts.class, fixture.begin(ALICE, Optional.empty(), Optional.empty()));
        assertInstanceOf(BeginResult.Begun.class, fixture.begin(BOB, Optional.empty(), Optional.empty()));
        fixture.now = NOW.plus(Duration.ofMinutes(10));
        assertInstanceOf(BeginResult.Begun.class, fixture.begin(ALICE, Optional.empty(), Optional.empty()));
    }

    @Test
    @Tag("A21")
    void at_the_limit_the_provider_is_not_called() {
        for (int i = 0; i < 20; i++) {
            fixture.begun();
        }
        when(fixture.servers.isCalledToAuthorize(GOOGLE)).thenReturn(true);

        assertInstanceOf(BeginResult.TooManyAttempts.class, fixture.begin(ALICE, Optional.empty(), Optional.empty()));

        assertEquals(20, fixture.states.size());
    }

    @Test
    @Tag("A21")
    void with_too_many_calls_in_flight_a_beginning_that_calls_the_provider_is_refused_at_once() {
        List<CallPermit> permits = fixture.occupy(ALICE);
        assertInstanceOf(BeginResult.Begun.class, fixture.begin(ALICE, Optional.empty(), Optional.empty()));
        when(fixture.servers.isCalledToAuthorize(GOOGLE)).thenReturn(true);

        assertInstanceOf(BeginResult.Busy.class, fixture.begin(ALICE, Optional.empty(), Optional.empty()));
        assertEquals(1, fixture.attempts.attempts.size());
        assertInstanceOf(BeginResult.Begun.class, fixture.begin(BOB, Optional.empty(), Optional.empty()));

        permits.get(0).close();
        for (int i = 0; i < 3; i++) {
            assertInstanceOf(BeginResult.Begun.class, fixture.begin(ALICE, Optional.empty(), Optional.empty()));
        }
    }

    @Test
    @Tag("A21")
    void a_call_that_fails_is_no_longer_in_flight() {
        when(fixture.servers.isCalledToAuthorize(GOOGLE)).thenReturn(true);
        doThrow(new ProviderUnavailable("away")).when(fixture.servers).authorize(any(), any(), any(), any());

        for (int i = 0; i < 2 * CallLimits.DEFAULT.perUserAndProvider(); i++) {
            assertThrows(ProviderUnavailable.class, () -> fixture.begin(ALICE, Optional.empty(), Optional.empty()));
        }
    }

    @Test
    @Tag("Z1")
    void only_its_owner_finds_an_attempt() {
        BeginResult.Begun begun = fixture.begun();
        FindAttempt find = new FindAttempt(fixture.attempts, fixture.store, Clock.fixed(NOW, ZoneOffset.UTC));

        assertEquals(
                Optional.of(AttemptStatus.PENDING),
                find.find(caller(ALICE), begun.attempt().id()).map(AttemptSummary::status));
        assertEquals(Optional.empty(), find.find(caller(BOB), begun.attempt().id()));
    }

    @Test
    void providers_are_listed_with_the_callers_number_of_accounts() {
        ConnectableProvider google = fixture.catalogue.find(GOOGLE).orElseThrow();
        when(fixture.catalogue.all()).thenReturn(List.of(google));
        when(fixture.store.keys(ALICE))
                .thenReturn(List.of(
                        Samples.key(ALICE, GOOGLE, "a"),
                        Samples.key(ALICE, GOOGLE, "b"),
                        Samples.key(ALICE, NOTION, "c")));

        List<ListedProvider> listed = new ListProviders(fixture.catalogue, fixture.store).list(caller(ALICE));

        assertEquals(List.of(2L), listed.stream().map(ListedProvider::accounts).toList());
    }
}
