package io.omnibridge.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestResponse;
import io.omnibridge.adapters.support.testing.LogRecorder;
import io.omnibridge.application.port.StoreUnavailable;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class FaultsTest {

    private static final String LINK =
            "{\"provider\":\"google\",\"provider_account_id\":\"1\",\"access_token\":\"canary-token\"}";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final LogRecorder log = new LogRecorder();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
    }

    @Tag("D2")
    @ParameterizedTest
    @CsvSource({
        "GET, /accounts",
        "GET, /accounts?provider=google",
        "GET, /accounts/google/1",
        "DELETE, /accounts/google/1",
        "GET, /audit",
        "POST, /accounts/link"
    })
    void during_an_outage_of_the_store_every_route_says_so(String method, String target) {
        API.store().beforeEveryCall(() -> {
            throw new StoreUnavailable("down");
        });
        TestResponse response = API.call(method, target).as("alice").json(LINK).send();
        assertEquals("1", response.isProblem(503, "store_unavailable").header("retry-after"));
        API.store().clear();
        assertTrue(API.call(method, target).as("alice").json(LINK).send().status() < 500);
    }

    static Stream<Runnable> faults() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("canary-fault");
                },
                () -> {
                    throw new IllegalArgumentException("canary-fault", new RuntimeException("canary-fault"));
                },
                () -> {
                    throw new StackOverflowError("canary-fault");
                },
                () -> {
                    throw new OutOfMemoryError("canary-fault");
                },
                () -> {
                    throw new AssertionError("canary-fault");
                });
    }

    @Tag("S5")
    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_becomes_a_problem_that_reveals_nothing(Runnable fault) {
        API.store().beforeEveryCall(fault);
        TestResponse listed = API.get("/accounts").as("alice").send().isProblem(500, "internal_error");
        TestResponse linked = API.link(LINK).send().isProblem(500, "internal_error");
        assertFalse((listed.body() + linked.body()).contains("canary"));
        assertTrue(log.list.stream().anyMatch(line -> line.getFormattedMessage().startsWith("unexpected java.lang.")));
        assertTrue(log.list.stream().noneMatch(FaultsTest::revealsTooMuch), log.list::toString);
        API.store().clear();
        API.get("/accounts").as("alice").send().is(200);
    }

    @Tag("S4")
    @Test
    void successful_and_rejected_requests_are_not_logged() {
        API.link(LINK).send().is(201);
        API.get("/accounts").as("alice").send().is(200);
        API.get("/accounts?canary=1").as("refused+EXPIRED").send();
        API.link("{\"access_token\":\"canary\"").send();
        assertEquals(List.of(), log.list);
    }

    @Test
    void a_client_that_disconnects_is_not_an_error() {
        for (int i = 0; i < 20; i++) {
            var connection = API.connect();
            connection.send(API.get("/accounts").as("alice").toBytes()).reset();
            connection = API.connect();
            connection
                    .send("POST /accounts/link HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{")
                    .reset();
        }
        while (API.openConnections() > 0) {
            Thread.onSpinWait();
        }
        assertEquals(List.of(), log.list);
    }

    private static boolean revealsTooMuch(ILoggingEvent line) {
        return line.getFormattedMessage().contains("canary") || line.getThrowableProxy() != null;
    }
}
