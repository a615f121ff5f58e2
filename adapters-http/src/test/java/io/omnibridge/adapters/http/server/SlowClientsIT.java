package io.omnibridge.adapters.http.server;

import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestSetup;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("H2")
class SlowClientsIT {

    private static final String LIST = "GET /accounts HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer alice\r\n";
    private static final SlowClients SLOW_CLIENTS = new SlowClients(TestSetup.DEFAULT, 260);

    @RegisterExtension
    static final TestApi API =
            TestSetup.DEFAULT.withSlowClientLimits(SlowClients.limits(1)).api();

    @Test
    void silent_connections_are_closed() {
        assertCutOff("", connection -> {});
    }

    @Test
    void slowly_sent_headers_are_cut_off() {
        assertCutOff(LIST + "X: ", connection -> connection.trySend("x"));
    }

    @Test
    void a_slowly_sent_request_line_is_cut_off() {
        assertCutOff("GET /", connection -> connection.trySend("x"));
    }

    @Test
    void a_slowly_sent_body_is_cut_off() {
        assertCutOff(
                "POST /accounts/link HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n",
                connection -> connection.trySend("x"));
    }

    @Test
    void slowly_sent_chunks_are_cut_off() {
        assertCutOff(
                "POST /accounts/link HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
                connection -> connection.trySend("1\r\nx\r\n"));
    }

    @Test
    void a_slowly_sent_second_request_is_cut_off() {
        assertCutOff(
                "GET /healthz HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\nX: ",
                connection -> connection.trySend("x"));
    }

    @Test
    void readers_that_stall_are_disconnected_and_delay_no_other() {
        assertReadersCutOff((LIST + "\r\n").repeat(5), connection -> {});
    }

    @Test
    void slow_readers_are_disconnected_and_delay_no_other() {
        assertReadersCutOff((LIST + "\r\n").repeat(5), RawHttp::readByteIfThere);
    }

    @Test
    void stalled_readers_of_short_responses_are_disconnected_too() {
        assertReadersCutOff((LIST + "\r\n").replace("alice", "bob").repeat(30), connection -> {});
    }

    @Test
    void a_client_that_sends_after_the_last_response_is_disconnected() {
        SLOW_CLIENTS.assertDisconnected(
                api -> api.connect().send("GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
                connection -> connection.trySend("x".repeat(1_000)));
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

    private static void assertCutOff(String start, Consumer<RawHttp> trickle) {
        SLOW_CLIENTS.assertDisconnected(api -> api.connect().send(start), trickle);
    }

    private static void assertReadersCutOff(String requests, Consumer<RawHttp> trickle) {
        SLOW_CLIENTS.assertDisconnected(api -> RawHttp.connect(api.port(), 4096).send(requests), trickle);
    }
}
