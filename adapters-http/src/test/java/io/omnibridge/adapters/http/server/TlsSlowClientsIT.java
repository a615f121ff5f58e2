package io.omnibridge.adapters.http.server;

import io.omnibridge.adapters.http.testing.PemSamples;
import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestSetup;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Slow clients within TLS, and within the handshake and records of TLS itself. */
@Tag("H2")
@Tag("T1")
@Timeout(300)
class TlsSlowClientsIT {

    private static final SlowClientLimits SHORT = SlowClients.limits(1);
    private static final ServerTls TLS = PemSamples.EC.serve();
    private static final byte[] START_OF_HELLO = {0x16, 3, 1, 1, 0, 1, 0, 0, (byte) 0xFC, 3, 3};
    private static final byte[] START_OF_RECORD = {0x17, 3, 3, 0x40, 0};
    private static final TestSetup SETUP = TestSetup.DEFAULT.withTls(TLS);
    private static final SlowClients SLOW_CLIENTS = new SlowClients(SETUP, 20);

    @RegisterExtension
    static final TestApi API = SETUP.withSlowClientLimits(SHORT).api();

    /** Runs the first handshake, which takes longer than all others, because both sides load classes. */
    @BeforeAll
    static void warm_up() {
        try {
            API.connect().close();
        } catch (UncheckedIOException cut) {
            // The first handshake may exceed the limits.
        }
    }

    @AfterAll
    static void close() {
        TLS.close();
    }

    @Test
    void a_client_without_a_handshake_is_disconnected() {
        assertCutOffWithoutTls(new byte[0], connection -> {});
    }

    @Test
    void an_unfinished_handshake_is_cut_off() {
        assertCutOffWithoutTls(START_OF_HELLO, connection -> {});
    }

    @Test
    void a_slow_handshake_is_cut_off() {
        assertCutOffWithoutTls(START_OF_HELLO, connection -> connection.trySend("x"));
    }

    @Test
    void a_slowly_sent_record_is_cut_off() throws IOException {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), API.port());
                SSLSocket tls = (SSLSocket) PemSamples.EC
                        .trusted()
                        .getSocketFactory()
                        .createSocket(plain, "localhost", API.port(), false)) {
            tls.startHandshake();
            OutputStream wire = plain.getOutputStream();
            wire.write(START_OF_RECORD);
            while (isWritten(wire)) {
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    @Test
    void slowly_sent_headers_are_cut_off() {
        SLOW_CLIENTS.assertDisconnected(
                api -> api.connect().send("GET /accounts HTTP/1.1\r\nX: "), connection -> connection.trySend("x"));
    }

    @Test
    void a_slowly_sent_body_is_cut_off_with_408() {
        try (RawHttp connection = API.connect()) {
            connection.send("POST /accounts/link HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
            connection.read().isProblem(408, "request_timeout");
        }
    }

    @Test
    void readers_that_stall_are_disconnected() {
        String list = "GET /accounts HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer alice\r\n\r\n";
        SLOW_CLIENTS.assertDisconnected(
                api -> RawHttp.connectTls(api.port(), 4096).send(list.repeat(20)), connection -> {});
    }

    @Test
    void an_idle_connection_outlasts_the_grace_period() throws InterruptedException {
        try (RawHttp connection = API.connect()) {
            for (int i = 0; i < 2; i++) {
                Thread.sleep(SHORT.gracePeriod().multipliedBy(3).dividedBy(2).toMillis());
                API.get("/accounts").as("alice").sendOn(connection).is(200);
            }
        }
    }

    private static void assertCutOffWithoutTls(byte[] start, Consumer<RawHttp> trickle) {
        SLOW_CLIENTS.assertDisconnected(api -> RawHttp.connect(api.port()).send(start), trickle);
    }

    private static boolean isWritten(OutputStream wire) {
        try {
            wire.write('x');
            return true;
        } catch (IOException closed) {
            return false;
        }
    }
}
