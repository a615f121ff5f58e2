package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Token responses of real servers that are not quite as RFC 6749 §5.1 describes them, at the exchange and at a refresh. */
@Tag("T20")
class LenientTokenResponseTest {

    private final Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    private static final Duration TEN_YEARS = Duration.ofDays(3650);

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();
    private final OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"), clock);

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> odd() {
        return Stream.of(
                odd("no type", it -> it.remove("token_type")),
                odd("null type", it -> it.put("token_type", null)),
                odd("blank type", it -> it.put("token_type", " ")),
                odd("type with a blank", it -> it.put("token_type", "bearer ")),
                odd("number for a type", it -> it.put("token_type", 1)),
                odd("lifetime as text", it -> it.put("expires_in", "3600")),
                odd("object for a lifetime", it -> it.put("expires_in", Map.of("seconds", 1))),
                odd("word for a lifetime", it -> it.put("expires_in", "soon")),
                odd("negative lifetime", it -> it.put("expires_in", -1)),
                odd("huge lifetime", it -> it.put("expires_in", Long.MAX_VALUE)),
                odd("list for a scope", it -> it.put("scope", List.of("read", 1))),
                odd("scope with a quote", it -> it.put("scope", "a\"b")),
                odd("lifetime of the refresh token", it -> it.put("refresh_token_expires_in", "never")),
                odd("unknown members", it -> it.put("ext_expires_in", Map.of("a", List.of(1, "b")))),
                Arguments.of("gzip", Misbehaviour.gzip()),
                Arguments.of("status 201", Misbehaviour.withStatus(201)),
                Arguments.of("status 203", Misbehaviour.withStatus(203)),
                Arguments.of("an error beside the token", Misbehaviour.altered(it -> it.put("error", "none"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    @Tag("O8")
    void a_usable_access_token_is_granted(String name, Misbehaviour misbehaviour) {
        server.next("/token", misbehaviour);

        Grant grant = exchanged();

        assertTrue(server.isValid(grant.credentials().accessToken().reveal()));
        assertTrue(grant.credentials().refreshToken().isPresent(), name);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    @Tag("O8")
    void a_refresh_keeps_the_rotated_token(String name, Misbehaviour misbehaviour) {
        Grant before = exchanged();
        server.next("/token", misbehaviour);

        Grant after = refreshed(before);

        assertTrue(server.isValid(after.credentials().accessToken().reveal()));
        assertFalse(
                before.credentials().refreshToken().equals(after.credentials().refreshToken()));
        assertTrue(
                server.isValid(after.credentials().refreshToken().orElseThrow().reveal()), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words"})
    void an_unusable_refresh_token_counts_as_absent(String refreshToken) {
        server.next("/token", Misbehaviour.altered(it -> it.put("refresh_token", refreshToken)));
        assertEquals(Optional.empty(), exchanged().credentials().refreshToken());

        Grant before = exchanged();
        server.next("/token", Misbehaviour.altered(it -> it.put("refresh_token", refreshToken)));
        assertEquals(
                before.credentials().refreshToken(),
                refreshed(before).credentials().refreshToken());
    }

    static Stream<Arguments> lifetimes() {
        Duration hour = Duration.ofHours(1);
        return Stream.of(
                Arguments.of(3600, Optional.of(hour)),
                Arguments.of("3600", Optional.of(hour)),
                Arguments.of(" 3600 ", Optional.of(hour)),
                Arguments.of("3600.0", Optional.of(hour)),
                Arguments.of(3600.9, Optional.of(hour)),
                Arguments.of("3.6e3", Optional.of(hour)),
                Arguments.of(Long.MAX_VALUE, Optional.of(TEN_YEARS)),
                Arguments.of("99999999999999999999", Optional.of(TEN_YEARS)),
                Arguments.of(1e300, Optional.of(TEN_YEARS)),
                Arguments.of(-1, Optional.empty()),
                Arguments.of("-3600", Optional.empty()),
                Arguments.of("1h", Optional.empty()),
                Arguments.of("", Optional.empty()),
                Arguments.of(true, Optional.empty()),
                Arguments.of(List.of(3600), Optional.empty()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lifetimes")
    void a_lifetime_is_read_clamped_or_absent(Object given, Optional<Duration> expected) {
        assertEquals(expected, lifetimeAfterExchange(providers, given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.0", "0.5", "\"0\""})
    @Tag("T22")
    void a_lifetime_of_zero_is_no_expiry(String json) {
        Object given = json.startsWith("\"") ? "0" : Double.valueOf(json);
        assertEquals(Optional.empty(), lifetimeAfterExchange(providers, given));
        Grant before = exchanged();
        server.next("/token", Misbehaviour.altered(it -> it.put("expires_in", 0)));
        assertEquals(Optional.empty(), refreshed(before).credentials().expiresAt());
    }

    @Test
    @Tag("T22")
    void a_lifetime_of_zero_is_the_default_lifetime_of_the_provider() {
        OAuthProviders withDefault = TestAttempt.providers(server.yaml("corporate", "default_expiry: 8h"), clock);

        assertEquals(Optional.of(Duration.ofHours(8)), lifetimeAfterExchange(withDefault, 0));
    }

    @Test
    @Tag("T22")
    void a_refresh_token_lifetime_of_zero_is_no_expiry() {
        server.next("/token", Misbehaviour.altered(it -> it.put("refresh_token_expires_in", 0)));

        assertEquals(Optional.empty(), exchanged().credentials().refreshTokenExpiresAt());
    }

    @Test
    void scopes_may_be_separated_by_any_white_space_or_come_as_a_list() {
        for (Object scope : List.of("openid  read ", " openid\tread", "openid\nread", List.of("openid", "read"))) {
            server.next("/token", Misbehaviour.altered(it -> it.put("scope", scope)));
            assertEquals(List.of("openid", "read"), exchanged().scopes().values());
        }
    }

    @Test
    void a_listed_type_is_a_bearer_token() {
        OAuthProviders other = TestAttempt.providers(server.yaml("corporate", "token_types: [user]"), clock);
        for (String type : List.of("User", "Bearer")) {
            server.next("/token", Misbehaviour.altered(it -> it.put("token_type", type)));
            assertInstanceOf(ExchangeResult.Granted.class, new TestAttempt(other, "corporate").run(server));
        }
    }

    private Optional<Duration> lifetimeAfterExchange(OAuthProviders of, Object given) {
        server.next("/token", Misbehaviour.altered(it -> it.put("expires_in", given)));
        return granted(of).credentials().expiresAt().map(it -> Duration.between(clock.instant(), it));
    }

    private Grant exchanged() {
        return granted(providers);
    }

    private Grant granted(OAuthProviders of) {
        ExchangeResult result = new TestAttempt(of, "corporate").run(server);
        return assertInstanceOf(ExchangeResult.Granted.class, result).grant();
    }

    private Grant refreshed(Grant before) {
        RefreshResult result = providers.refresh(new ProviderId("corporate"), before, Duration.ofSeconds(10));
        return assertInstanceOf(RefreshResult.Renewed.class, result).grant();
    }

    private static Arguments odd(String name, Consumer<Map<String, Object>> change) {
        return Arguments.of(name, Misbehaviour.altered(change));
    }
}
