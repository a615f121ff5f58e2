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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.ConnectableProvider;
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
    void an_attempt_keeps_only_a_digest_of_a_state_that_is_drawn_anew_each_time() {
        BeginResult.Begun first = fixture.begun();
        fixture.begun();

        assertEquals(HashedValue.of(fixture.states.get(0)), first.attempt().oauthState());
        assertNotEquals(fixture.states.get(0), fixture.states.get(1));
        assertEquals(NOW.plus(Duration.ofMinutes(10)), first.attempt().expiresAt());
    }

    @Test
    @Tag("O2")
    void verifier_and_nonce_are_drawn_and_sealed() {
        BeginResult.Begun begun = fixture.begun();

        assertTrue(fixture.authorized.get(0).verifier().isPresent());
        assertTrue(fixture.authorized.get(0).nonce().isPresent());
        assertEquals(fixture.authorized.get(0), fixture.attempts.open(begun.attempt()));
    }

    @Test
    void scopes_may_be_fewer_and_openid_stays() {
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
    void a_browser_is_sent_nowhere_that_is_not_spelled_exactly_as_allowed(String url) {
        assertInstanceOf(
                BeginResult.ReturnToRefused.class,
                fixture.begin(ALICE, Optional.empty(), Optional.of(URI.create(url))));
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
    @Tag("Z1")
    void an_attempt_is_found_by_its_beginner_alone() {
        BeginResult.Begun begun = fixture.begun();
        FindAttempt find = new FindAttempt(fixture.attempts, Clock.fixed(NOW, ZoneOffset.UTC));

        assertEquals(
                Optional.of(AttemptStatus.PENDING),
                find.find(caller(ALICE), begun.attempt().id()).map(AttemptSummary::status));
        assertEquals(Optional.empty(), find.find(caller(BOB), begun.attempt().id()));
    }

    @Test
    void providers_are_listed_with_how_many_accounts_the_caller_has() {
        ConnectableProvider google = fixture.catalogue.find(GOOGLE).orElseThrow();
        when(fixture.catalogue.all()).thenReturn(List.of(google));
        when(fixture.store.list(ALICE))
                .thenReturn(List.of(
                        Samples.account(Samples.key(ALICE, GOOGLE, "a")).metadata(),
                        Samples.account(Samples.key(ALICE, GOOGLE, "b")).metadata(),
                        Samples.account(Samples.key(ALICE, NOTION, "c")).metadata()));

        List<ListedProvider> listed = new ListProviders(fixture.catalogue, fixture.store).list(caller(ALICE));

        assertEquals(List.of(2L), listed.stream().map(ListedProvider::accounts).toList());
    }
}
