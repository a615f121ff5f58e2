package io.omnibridge.adapters.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.nimbusds.jose.JWSAlgorithm;
import io.omnibridge.adapters.providers.testing.HostileAuthorizationServer;
import io.omnibridge.adapters.providers.testing.Misbehaviour;
import io.omnibridge.adapters.support.testing.LogRecorder;
import io.omnibridge.application.port.ExchangeResult;
import io.omnibridge.domain.connect.AttemptFailure;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** A failed exchange blames the right thing: to the user by its reason, to the operator by the log. */
@Tag("OP2")
class ExchangeFailureTest {

    private final HostileAuthorizationServer server = HostileAuthorizationServer.start();
    private final TestAttempt attempt = new TestAttempt(TestAttempt.providers(server.yaml("corporate")), "corporate");
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.omnibridge.adapters.providers");
    private final LogRecorder log = new LogRecorder();

    @BeforeEach
    void captureLog() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        server.close();
    }

    private String logged() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    }

    private static AttemptFailure reason(ExchangeResult result) {
        return assertInstanceOf(ExchangeResult.Failed.class, result).reason();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(401, "invalid_client", AttemptFailure.CLIENT_REFUSED, "client secret"),
                Arguments.of(400, "invalid_client", AttemptFailure.CLIENT_REFUSED, "(invalid_client)"),
                Arguments.of(400, "unauthorized_client", AttemptFailure.CLIENT_REFUSED, "(unauthorized_client)"),
                Arguments.of(401, "", AttemptFailure.CLIENT_REFUSED, "client secret"),
                Arguments.of(400, "invalid_grant", AttemptFailure.CODE_REFUSED, "refused the code"),
                Arguments.of(400, "invalid_scope", AttemptFailure.EXCHANGE_REFUSED, "(invalid_scope)"),
                Arguments.of(400, "unsupported_grant_type", AttemptFailure.EXCHANGE_REFUSED, "token_url"),
                Arguments.of(400, "canary_of_the_provider", AttemptFailure.EXCHANGE_REFUSED, "token_parameters"),
                Arguments.of(404, "", AttemptFailure.EXCHANGE_REFUSED, "check token_url"),
                Arguments.of(405, "", AttemptFailure.EXCHANGE_REFUSED, "check token_url"),
                Arguments.of(503, "", AttemptFailure.PROVIDER_UNREACHABLE, "not reached, or was too busy"),
                Arguments.of(429, "", AttemptFailure.PROVIDER_UNREACHABLE, "not reached, or was too busy"),
                Arguments.of(500, "", AttemptFailure.EXCHANGE_UNKNOWN, "the provider failed"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("refusals")
    void each_refusal_has_its_own_reason_and_line(int status, String error, AttemptFailure reason, String words) {
        server.next("/token", error.isEmpty() ? Misbehaviour.status(status) : Misbehaviour.error(status, error));

        assertEquals(reason, reason(attempt.run(server)));
        assertTrue(logged().contains(words), logged());
        assertTrue(logged().contains("corporate: exchange of attempt "), logged());
        assertFalse(logged().contains("canary"), logged());
    }

    @Test
    void a_server_that_is_not_there_was_not_reached() {
        String code = attempt.code(server);
        server.close();

        assertEquals(AttemptFailure.PROVIDER_UNREACHABLE, reason(attempt.exchange(code)));
    }

    static Stream<Arguments> idTokenFaults() {
        return Stream.of(
                Arguments.of("iss", "https://evil.example", "issuer"),
                Arguments.of("aud", "another-client", "audience"),
                Arguments.of("azp", "another-client", "audience"),
                Arguments.of("exp", 1_000_000_000L, "time"),
                Arguments.of("iat", 99_000_000_000L, "time"),
                Arguments.of("nonce", "another", "nonce"),
                Arguments.of("nonce", null, "nonce"),
                Arguments.of("sub", null, "subject"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("idTokenFaults")
    void the_log_names_the_check_that_an_id_token_failed(String claim, Object value, String check) {
        server.lie(claim, value);

        assertEquals(AttemptFailure.UNUSABLE_ANSWER, reason(attempt.run(server)));
        assertTrue(logged().contains("ID token refused, check of its " + check + ": "), logged());
    }

    @Test
    void the_log_names_algorithm_key_and_form_of_an_id_token() {
        server.signIdTokensBy(JWSAlgorithm.HS256);
        attempt.run(server);
        assertTrue(logged().contains("check of its algorithm: "), logged());

        server.behave();
        server.next("/token", Misbehaviour.altered(it -> it.put("id_token", "canary")));
        attempt.run(server);
        assertTrue(logged().contains("check of its form: "), logged());
        assertFalse(logged().contains("canary"), logged());
    }

    @Test
    void the_log_names_a_missing_key() {
        server.always("/keys", Misbehaviour.status(200, Map.of(), "{\"keys\":[]}"));
        attempt.run(server);
        assertTrue(logged().contains("check of its key: "), logged());
    }
}
