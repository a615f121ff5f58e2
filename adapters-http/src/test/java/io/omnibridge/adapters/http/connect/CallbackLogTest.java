package io.omnibridge.adapters.http.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.micrometer.core.instrument.Meter;
import io.omnibridge.adapters.http.testing.Backend;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.ConnectSteps.BegunAttempt;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.support.testing.LogRecorder;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Checks that nothing of a callback appears in logs or metrics, even if it fails. OmniBridge's own loggers log at TRACE, foreign
 * ones at INFO, as in the service.
 */
@Tag("S1")
@Tag("S4")
class CallbackLogTest {

    private static final String CALLBACK =
            "/oauth/callback/google?code=canary-code&error_description=canary&iss=canary&state=";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private final ConnectSteps steps = new ConnectSteps(API);
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("io.omnibridge");
    private final LogRecorder log = new LogRecorder();
    private final Level rootLevel = root.getLevel();

    @BeforeEach
    void listen() {
        root.setLevel(Level.INFO);
        ours.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        ours.setLevel(null);
        root.setLevel(rootLevel);
    }

    static Stream<Runnable> faults() {
        return Stream.of(
                () -> {
                    throw new StoreUnavailable("down");
                },
                () -> {
                    throw new ProviderUnavailable("away");
                },
                () -> {
                    throw new CredentialsUnreadable();
                },
                () -> {
                    throw new IllegalStateException("canary-fault", new RuntimeException("canary-cause"));
                },
                () -> {
                    throw new StackOverflowError("canary-fault");
                },
                () -> {
                    throw new AssertionError("canary-fault");
                });
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_failure_reveals_nothing_of_the_request(Runnable fault) {
        API.store().beforeEveryCall(fault);
        String body =
                API.get(CALLBACK + "canary-state").send().hasCommonHeaders().toString();
        API.get("/connect/canary-attempt?canary=1").as("alice").send();
        API.call("POST", "/connect/" + "0".repeat(32) + "/complete")
                .as("alice")
                .json("{\"ticket\":\"" + "canary-".repeat(6) + "x\"}")
                .send();
        assertFalse(body.contains("canary"), body);
        assertFalse(log.list.isEmpty());
        assertNothingLogged("canary");
    }

    @Test
    void successful_and_rejected_requests_are_logged_at_debug_at_most() {
        BegunAttempt begun = steps.beginFor("alice", Backend.IN_FRAGMENT);
        String ticket = steps.ticket(begun);
        API.get(CALLBACK + begun.state()).send();
        API.get("/oauth/callback/canary?canary=1").send();
        API.get("/oauth/callback/google?%canary").send();
        API.get("/oauth/callback/google?state=" + "canary".repeat(3_000)).send();
        API.get("/oauth/callback/google/canary?code=canary").send();
        API.call("POST", CALLBACK + "canary").send();
        steps.complete("alice", begun.id(), "canary-".repeat(6) + "x");
        steps.complete("alice", begun.id(), ticket);
        assertNothingLogged("canary", ticket, begun.state());
        assertEquals(
                List.of(),
                List.copyOf(log.list).stream()
                        .filter(line -> line.getLevel() != Level.DEBUG)
                        .toList());
    }

    @Test
    void a_browser_that_disconnects_leaves_nothing_in_the_log() {
        for (int i = 0; i < 20; i++) {
            API.connect().send(API.get(CALLBACK + "canary").toBytes()).reset();
        }
        while (API.openConnections() > 0) {
            Thread.onSpinWait();
        }
        assertNothingLogged("canary");
    }

    @Tag("D7")
    @Test
    void requests_are_counted_by_route_and_not_by_their_content() {
        API.get(CALLBACK + "canary").send();
        API.get("/oauth/callback/canary?canary").send();
        while (API.registry()
                .find("omnibridge.http.requests")
                .tag("route", "/oauth/callback/{provider}")
                .timers()
                .isEmpty()) {
            Thread.onSpinWait();
        }
        List<Meter.Id> meters =
                API.registry().getMeters().stream().map(Meter::getId).toList();
        assertFalse(meters.toString().contains("canary"), meters::toString);
    }

    private void assertNothingLogged(String... words) {
        for (ILoggingEvent line : List.copyOf(log.list)) {
            String all = line.getFormattedMessage()
                    + line.getMDCPropertyMap()
                    + line.getThreadName()
                    + (line.getThrowableProxy() == null
                            ? ""
                            : line.getThrowableProxy().getMessage());
            for (String word : words) {
                assertFalse(all.contains(word), all);
            }
        }
    }
}
