package io.omnibridge.adapters.http.server;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.BOB;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;

import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestSetup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("H2")
class SlowClientsIT {

    private static final int MANY = 260;
    private static final String LIST = "GET /accounts HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer alice\r\n";
    private static final SlowClientLimits SHORT =
            new SlowClientLimits(Duration.ofSeconds(3), Duration.ofSeconds(1), 1_000_000);

    @RegisterExtension
    static final TestApi API = TestSetup.DEFAULT.withSlowClientLimits(SHORT).api();

    private final List<RawHttp> slow = new ArrayList<>();

    @BeforeEach
    void alice_has_many_accounts_and_bob_some() {
        for (int i = 0; i < 200; i++) {
            API.store().put(account(key(ALICE, GOOGLE, "x".repeat(240) + i)));
        }
        for (int i = 0; i < 50; i++) {
            API.store().put(account(key(BOB, GOOGLE, "x".repeat(240) + i)));
        }
    }

    @Test
    void silent_connections_are_closed() {
        begin("");
        assertServedUntilClosed(connection -> {});
    }

    @Test
    void slowly_sent_headers_are_cut_off() {
        begin(LIST + "X: ");
        assertServedUntilClosed(connection -> connection.trySend("x"));
    }

    @Test
    void a_slowly_sent_request_line_is_cut_off() {
        begin("GET /");
        assertServedUntilClosed(connection -> connection.trySend("x"));
    }

    @Test
    void a_slowly_sent_body_is_cut_off() {
        begin("POST /accounts/link HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n");
        assertServedUntilClosed(connection -> connection.trySend("x"));
    }

    @Test
    void slowly_sent_chunks_are_cut_off() {
        begin("POST /accounts/link HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertServedUntilClosed(connection -> connection.trySend("1\r\nx\r\n"));
    }

    @Test
    void a_slowly_sent_second_request_is_cut_off() {
        begin("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\nX: ");
        assertServedUntilClosed(connection -> connection.trySend("x"));
    }

    @Test
    void readers_that_stall_are_disconnected_and_delay_no_other() {
        beginReading((LIST + "\r\n").repeat(5));
        assertServedUntilClosed(connection -> {});
    }

    @Test
    void slow_readers_are_disconnected_and_delay_no_other() {
        beginReading((LIST + "\r\n").repeat(5));
        assertServedUntilClosed(RawHttp::readByteIfThere);
    }

    @Test
    void stalled_readers_of_short_responses_are_disconnected_too() {
        beginReading((LIST + "\r\n").replace("alice", "bob").repeat(30));
        assertServedUntilClosed(connection -> {});
    }

    @Test
    void a_client_that_sends_after_the_last_response_is_disconnected() {
        begin("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertServedUntilClosed(connection -> connection.trySend("x".repeat(1_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /healthz HTTP/1.1\r\nHost: a\r\nX: ",
                "POST /accounts/link HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc",
                "POST /accounts/link HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n"
            })
    void a_client_cut_off_within_a_request_receives_408(String start) {
        try (RawHttp connection = API.connect().send(start)) {
            connection.read().isProblem(408, "request_timeout");
        }
    }

    private void begin(String start) {
        for (int i = 0; i < MANY; i++) {
            slow.add(API.connect().send(start));
        }
    }

    private void beginReading(String requests) {
        for (int i = 0; i < MANY; i++) {
            slow.add(RawHttp.connect(API.port(), 4096).send(requests));
        }
    }

    /** Lets every slow client send or read a little, and a normal one work, until the server has closed the slow connections. */
    private void assertServedUntilClosed(Consumer<RawHttp> trickle) {
        while (API.openConnections() > 0) {
            slow.forEach(trickle);
            API.get("/healthz").send().is(200);
            API.get("/accounts").as("user-1").send().is(200);
            API.link("{}").send().isProblem(400, "invalid_request");
        }
        slow.forEach(RawHttp::close);
    }
}
