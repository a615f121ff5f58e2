package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.application.port.RefreshResult;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each error of a token endpoint means for a refresh. */
class RefreshErrorsTest {

    private static final ProviderId CORPORATE = new ProviderId("corporate");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();
    private final OAuthProviders providers = TestAttempt.providers(server.yaml("corporate"));

    @AfterEach
    void stop() {
        server.close();
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(Misbehaviour.status(500), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.status(502), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.status(504), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.status(408), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.error(500, "invalid_grant"), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.error(400, "server_error"), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.html(), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.huge(), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.endless(), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.gzipBomb(), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.manyHeaders(), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.lost(), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.cut(), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.status(200), new RefreshResult.OutcomeUnknown()),
                Arguments.of(
                        Misbehaviour.altered(it -> it.put("token_type", "mac")), new RefreshResult.OutcomeUnknown()),
                Arguments.of(
                        Misbehaviour.altered(it -> it.put("access_token", "")), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.encoded("br"), new RefreshResult.OutcomeUnknown()),
                Arguments.of(Misbehaviour.error(400, "invalid_request"), new RefreshResult.Refused(true)),
                Arguments.of(Misbehaviour.error(400, "unsupported_grant_type"), new RefreshResult.Refused(true)),
                Arguments.of(Misbehaviour.status(403, Map.of(), "<html>"), new RefreshResult.Refused(true)),
                Arguments.of(Misbehaviour.status(400, Map.of(), "{}"), new RefreshResult.Refused(true)),
                Arguments.of(Misbehaviour.status(401, Map.of(), ""), new RefreshResult.Refused(true)),
                Arguments.of(
                        Misbehaviour.status(401, Map.of("WWW-Authenticate", "Basic realm=\"token\""), ""),
                        new RefreshResult.NotProcessed(Duration.ZERO, true)),
                Arguments.of(Misbehaviour.error(403, "unauthorized_client"), new RefreshResult.Refused(true)),
                Arguments.of(
                        Misbehaviour.error(401, "invalid_client"), new RefreshResult.NotProcessed(Duration.ZERO, true)),
                Arguments.of(Misbehaviour.error(400, "token_inactive"), new RefreshResult.Refused(false)),
                Arguments.of(Misbehaviour.error(400, "temporarily_unavailable"), notProcessed(0)),
                Arguments.of(Misbehaviour.status(404, Map.of(), "<html>"), notProcessed(0)),
                Arguments.of(Misbehaviour.status(405), notProcessed(0)),
                Arguments.of(Misbehaviour.status(429), notProcessed(0)),
                Arguments.of(Misbehaviour.status(429, Map.of("Retry-After", "17"), ""), notProcessed(17)),
                Arguments.of(Misbehaviour.status(503, Map.of("Retry-After", "120"), "<html>"), notProcessed(120)),
                Arguments.of(Misbehaviour.status(429, Map.of("Retry-After", "-5"), ""), notProcessed(0)),
                Arguments.of(Misbehaviour.status(429, Map.of("Retry-After", "soon"), ""), notProcessed(0)),
                Arguments.of(Misbehaviour.status(429, Map.of("Retry-After", "999999999"), ""), notProcessed(86_400)));
    }

    @ParameterizedTest
    @MethodSource("failures")
    @Tag("R4")
    @Tag("O8")
    @Tag("F4")
    void every_failure_has_its_result(Misbehaviour misbehaviour, RefreshResult expected) {
        Grant grant = grant();
        server.next("/token", misbehaviour);

        assertEquals(expected, refresh(grant));
        assertEquals(1, server.refreshes());
    }

    static Stream<Arguments> oddErrors() {
        return Stream.of(
                Arguments.of("/status", 400, "{\"status\":\"BAD_REFRESH_TOKEN\"}", new RefreshResult.InvalidGrant()),
                Arguments.of(
                        "/errors/0/code",
                        422,
                        "{\"errors\":[{\"code\":\"BAD_REFRESH_TOKEN\"}]}",
                        new RefreshResult.InvalidGrant()),
                Arguments.of("/error/code", 401, "{\"error\":{\"code\":70008}}", new RefreshResult.InvalidGrant()),
                Arguments.of("/status", 500, "{\"status\":\"BAD_REFRESH_TOKEN\"}", new RefreshResult.InvalidGrant()),
                Arguments.of("/status", 400, "{\"error\":\"invalid_grant\"}", new RefreshResult.InvalidGrant()),
                Arguments.of("/status", 400, "{\"status\":\"NO_IDEA\"}", new RefreshResult.Refused(false)),
                Arguments.of("/status", 500, "{\"status\":\"NO_IDEA\"}", new RefreshResult.OutcomeUnknown()),
                Arguments.of("/status", 400, "{\"message\":\"no\"}", new RefreshResult.Refused(true)));
    }

    @ParameterizedTest
    @MethodSource("oddErrors")
    @Tag("D21")
    void an_error_code_is_read_at_its_pointer(String pointer, int status, String body, RefreshResult expected) {
        OAuthProviders odd = TestAttempt.providers(server.yaml(
                "corporate", "error_pointer: " + pointer, "invalid_grant_errors: [BAD_REFRESH_TOKEN, '70008']"));
        Grant grant = grant();
        server.next("/token", Misbehaviour.status(status, Map.of("Content-Type", "application/json"), body));

        assertEquals(expected, odd.refresh(CORPORATE, grant, TIMEOUT));
    }

    private Grant grant() {
        OAuthProviders honest = TestAttempt.providers(server.yaml("corporate"));
        ExchangeResult result = new TestAttempt(honest, "corporate").run(server);
        Grant granted = assertInstanceOf(ExchangeResult.Granted.class, result).grant();
        assertEquals(0, server.refreshes());
        return granted;
    }

    private RefreshResult refresh(Grant grant) {
        return providers.refresh(CORPORATE, grant, TIMEOUT);
    }

    private static RefreshResult notProcessed(long seconds) {
        return new RefreshResult.NotProcessed(Duration.ofSeconds(seconds), false);
    }
}
