package io.omnibridge.adapters.http.server;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestSetup;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Clients that take longer than the grace period, within the limits. */
@Tag("H2")
class CompliantClientsIT {

    private static final Duration GRACE = Duration.ofMillis(240);
    private static final SlowClientLimits SHORT = new SlowClientLimits(Duration.ofSeconds(20), GRACE, 100);

    @RegisterExtension
    static final TestApi API = TestSetup.DEFAULT.withSlowClientLimits(SHORT).api();

    @Test
    void an_idle_connection_outlasts_the_grace_period() throws InterruptedException {
        try (RawHttp connection = API.connect()) {
            for (int i = 0; i < 3; i++) {
                API.get("/accounts").as("alice").sendOn(connection).is(200);
                sleepBeyondGracePeriod();
            }
        }
    }

    @Test
    void a_steady_request_may_last_any_time() throws InterruptedException {
        try (RawHttp connection = API.connect()) {
            connection.send("POST /accounts/link HTTP/1.1\r\nHost: a\r\nContent-Length: 6000\r\n\r\n");
            for (int i = 0; i < 3; i++) {
                connection.send("x".repeat(2000));
                sleepBeyondGracePeriod();
            }
            connection.read().isProblem(401, "unauthenticated");
        }
    }

    @Test
    void a_response_that_the_server_is_slow_to_produce_arrives() {
        API.store().beforeEveryCall(CompliantClientsIT::sleepBeyondGracePeriodUnchecked);
        API.get("/accounts").as("alice").send().is(200);
    }

    @Test
    void a_long_list_that_is_read_slowly_arrives_completely() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            API.store().put(account(key(ALICE, GOOGLE, "x".repeat(250) + i)));
        }
        try (RawHttp connection = RawHttp.connect(API.port(), 16_384)) {
            connection.send(API.get("/accounts?limit=1000").as("alice").toBytes());
            sleepBeyondGracePeriod();
            sleepBeyondGracePeriod();
            assertEquals(
                    1_000, connection.read().is(200).json().path("accounts").size());
            API.get("/healthz").sendOn(connection).is(200);
        }
    }

    @Test
    void pipelined_requests_are_answered_in_order() {
        try (RawHttp connection = API.connect()) {
            for (int i = 0; i < 50; i++) {
                connection.send(
                        API.get("/accounts").header("X-Request-Id", "r" + i).toBytes());
                connection.send(API.link("{}").header("X-Request-Id", "p" + i).toBytes());
            }
            for (int i = 0; i < 50; i++) {
                assertEquals(
                        "r" + i,
                        connection.read().isProblem(401, "unauthenticated").header("x-request-id"));
                assertEquals(
                        "p" + i,
                        connection.read().isProblem(400, "invalid_request").header("x-request-id"));
            }
        }
    }

    /** Sleeps, because no event marks the end of the grace period. */
    private static void sleepBeyondGracePeriod() throws InterruptedException {
        Thread.sleep(GRACE.multipliedBy(2).toMillis());
    }

    private static void sleepBeyondGracePeriodUnchecked() {
        try {
            sleepBeyondGracePeriod();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
