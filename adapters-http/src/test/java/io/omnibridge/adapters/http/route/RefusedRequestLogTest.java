package io.omnibridge.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestRequest;
import io.omnibridge.adapters.http.testing.TestResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

/** Each response with 4xx is one debug line, which its request id finds. */
class RefusedRequestLogTest {

    private static final String NAME = "io.omnibridge.adapters.http.server.RefusedRequestLog";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private record Logged(String requestId, String message, Level level) {}

    private final Logger logger = (Logger) LoggerFactory.getLogger(NAME);
    private final Logger authenticator = (Logger) LoggerFactory.getLogger(Authenticator.class);
    private final BlockingQueue<Logged> lines = new LinkedBlockingQueue<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new Logged(
                    event.getMDCPropertyMap().getOrDefault("request_id", ""),
                    event.getFormattedMessage(),
                    event.getLevel()));
        }
    };

    @BeforeEach
    void captureLog() {
        appender.start();
        for (Logger each : new Logger[] {logger, authenticator}) {
            each.setLevel(Level.DEBUG);
            each.addAppender(appender);
        }
    }

    @AfterEach
    void releaseLog() {
        for (Logger each : new Logger[] {logger, authenticator}) {
            each.setLevel(null);
            each.detachAppender(appender);
        }
    }

    private void assertLogged(TestRequest request, int status, String message) throws InterruptedException {
        TestResponse response = request.send().is(status);
        Logged line = lines.poll(60, TimeUnit.SECONDS);
        assertEquals(new Logged(response.header("x-request-id"), message, Level.DEBUG), line);
    }

    @Test
    @Tag("P12")
    void every_refusal_is_one_debug_line_with_its_request_id_and_code() throws InterruptedException {
        assertLogged(API.get("/accounts"), 401, "GET /accounts refused: 401 unauthenticated");
        assertLogged(
                API.get("/accounts/google/canary").as("alice"),
                404,
                "GET /accounts/{provider}/{provider_account_id} refused: 404 not_found");
        assertLogged(API.get("/canary").as("alice"), 404, "GET unmatched refused: 404 not_found");
        assertLogged(API.call("PUT", "/accounts").as("alice"), 405, "PUT unmatched refused: 405 method_not_allowed");
        assertLogged(
                API.link("{\"canary\":1").header("X-Request-Id", "mine"),
                400,
                "POST /accounts/link refused: 400 invalid_request");
        assertLogged(API.get("/accounts?canary=1").as("alice"), 400, "GET /accounts refused: 400 invalid_request");
        assertLogged(
                API.get("/oauth/callback/google?code=canary&state=canary"),
                404,
                "GET /oauth/callback/{provider} refused: 404 not_found");
        assertTrue(lines.isEmpty(), lines::toString);
    }

    @Test
    @Tag("P12")
    void what_jetty_refuses_before_any_route_is_a_line_too() throws InterruptedException {
        assertLogged(API.get("/%zz"), 400, "other unmatched refused: 400 invalid_request");
    }

    @Test
    @Tag("P12")
    void other_responses_leave_no_line() throws InterruptedException {
        API.get("/healthz").send().is(200);
        API.get("/accounts").as("alice").send().is(200);

        assertLogged(API.get("/accounts"), 401, "GET /accounts refused: 401 unauthenticated");
        assertFalse(lines.stream().anyMatch(line -> line.message().contains("200")));
    }

    @Test
    @Tag("OP3")
    void a_refused_jwt_is_a_debug_line_with_its_reason() throws InterruptedException {
        API.get("/accounts").header("Authorization", "Bearer canary").send().is(401);

        assertEquals("JWT refused: malformed", lines.take().message());
        assertEquals("GET /accounts refused: 401 invalid_token", lines.take().message());
    }
}
