package io.omnibridge.adapters.http.server;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;

import io.omnibridge.adapters.http.testing.PemSamples;
import io.omnibridge.adapters.http.testing.RawHttp;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.adapters.http.testing.TestSetup;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
@Timeout(60)
class TlsSlowClientsIT {

    private static final int MANY = 20;
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final SlowClientLimits SHORT = new SlowClientLimits(Duration.ofSeconds(3), GRACE, 1_000_000);
    private static final ServerTls TLS = PemSamples.EC.serve();
    private static final byte[] START_OF_HELLO = {0x16, 3, 1, 1, 0, 1, 0, 0, (byte) 0xFC, 3, 3};
    private static final byte[] START_OF_RECORD = {0x17, 3, 3, 0x40, 0};

    @RegisterExtension
    static final TestApi API =
            TestSetup.DEFAULT.withTls(TLS).withSlowClientLimits(SHORT).api();

    private final List<RawHttp> slow = new ArrayList<>();

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
        connectWithoutTls(new byte[0]);
        assertServedUntilClosed(connection -> {});
    }

    @Test
    void an_unfinished_handshake_is_cut_off() {
        connectWithoutTls(START_OF_HELLO);
        assertServedUntilClosed(connection -> {});
    }

    @Test
    void a_slow_handshake_is_cut_off() {
        connectWithoutTls(START_OF_HELLO);
        assertServedUntilClosed(connection -> connection.trySend("x"));
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
            assertServedUntilClosed(none -> tryWrite(wire));
        }
    }

    @Test
    void slowly_sent_headers_are_cut_off() {
        begin("GET /accounts HTTP/1.1\r\nX: ");
        assertServedUntilClosed(connection -> connection.trySend("x"));
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
        for (int i = 0; i < 200; i++) {
            API.store().put(account(key(ALICE, GOOGLE, "x".repeat(240) + i)));
        }
        String list = "GET /accounts HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer alice\r\n\r\n";
        for (int i = 0; i < MANY; i++) {
            slow.add(RawHttp.connectTls(API.port(), 4096).send(list.repeat(20)));
        }
        assertServedUntilClosed(connection -> {});
    }

    @Test
    void an_idle_connection_outlasts_the_grace_period() throws InterruptedException {
        try (RawHttp connection = API.connect()) {
            for (int i = 0; i < 2; i++) {
                Thread.sleep(GRACE.multipliedBy(3).dividedBy(2).toMillis());
                API.get("/accounts").as("alice").sendOn(connection).is(200);
            }
        }
    }

    private void connectWithoutTls(byte[] start) {
        for (int i = 0; i < MANY; i++) {
            slow.add(RawHttp.connect(API.port()).send(start));
        }
    }

    private void begin(String start) {
        for (int i = 0; i < MANY; i++) {
            slow.add(API.connect().send(start));
        }
    }

    /** Lets every slow client send or read a little, and a normal one work, until the server has closed the slow connections. */
    private void assertServedUntilClosed(Consumer<RawHttp> trickle) {
        while (API.openConnections() == 0) {
            Thread.onSpinWait();
        }
        while (API.openConnections() > 0) {
            slow.forEach(trickle);
            API.get("/accounts").as("user-1").send().is(200);
        }
        slow.forEach(RawHttp::close);
    }

    private static void tryWrite(OutputStream wire) {
        try {
            wire.write('x');
        } catch (IOException closed) {
            // Expected: the server has closed the connection.
        }
    }
}
